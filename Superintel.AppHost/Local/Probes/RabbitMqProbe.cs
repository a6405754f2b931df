namespace Superintel.AppHost.Local.Probes;

/// <summary>The AMQP 0-9-1 protocol header; a broker answers with Connection.Start (method frame, class 10, method 10).</summary>
public sealed class RabbitMqProbe(int port) : HandshakeProbe(port)
{
    protected override ReadOnlyMemory<byte> Greeting { get; } = new byte[] { (byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1 };

    protected override string? Judge(ReadOnlySpan<byte> answer) =>
        answer is [1, 0, 0, _, _, _, _, 0, 10, 0, 10, ..] ? null : "does not speak AMQP 0-9-1";
}

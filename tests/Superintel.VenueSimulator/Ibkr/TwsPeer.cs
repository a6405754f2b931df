using System.Net.Sockets;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Wire;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>One client's connection: reads what it asks, gives it to the desk.</summary>
internal sealed partial class TwsPeer : IMessageSink
{
    private readonly TcpClient client;
    // Asked for once: a client that has gone in the meantime has none to give.
    private readonly NetworkStream stream;
    private readonly TwsDesk desk;
    private readonly TwsOutbox outbox;
    private readonly FrameSplitter splitter = new(longest: 1 << 20);
    private readonly CancellationTokenSource closing = new();
    private readonly MessageRate rate;
    private volatile bool closed;

    public TwsPeer(TcpClient client, TwsDesk desk)
    {
        (this.client, this.desk) = (client, desk);
        client.NoDelay = true;
        stream = client.GetStream();
        outbox = new TwsOutbox(stream, desk.Faults);
        rate = new MessageRate(desk.Clock);
    }

    public int ClientId { get; private set; } = -1;

    public bool IsClosed => closed;

    public void Send<T>(in T message)
        where T : IWireMessage<T>
    {
        if (desk.Mischief.IsMute) return;
        foreach (var (id, fields) in desk.Mischief.Takes(T.MessageId)) outbox.Send(id, fields);
        outbox.Send(in message);
    }

    public void SendFields(int id, IEnumerable<string> fields)
    {
        if (!desk.Mischief.IsMute) outbox.Send(id, fields);
    }

    /// <summary>After what is waiting, nothing more.</summary>
    public void Close()
    {
        closed = true;
        outbox.End();
    }

    public async Task Run(CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, closing.Token);
        var writing = Write(both.Token);
        try
        {
            if (await Greet(both.Token)) await Read(both.Token);
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went, or the server stops: either way the connection is over.
        }
        closed = true;
        desk.Post(() => desk.Leave(this));
        outbox.End();
        await closing.CancelAsync();
        await writing;
        client.Dispose();
    }

    void IMessageSink.On<T>(in T message)
    {
        var asked = message;
        desk.Post(() => Take(asked));
    }

    private async Task Write(CancellationToken ct)
    {
        try
        {
            await outbox.Run(ct);
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            closed = true;
        }
        closed = true;
        await closing.CancelAsync();
    }

    private async Task<bool> Greet(CancellationToken ct)
    {
        var hello = new byte[512];
        var length = 0;
        while (length < hello.Length)
        {
            var read = await stream.ReadAsync(hello.AsMemory(length), ct);
            if (read == 0) return false;
            length += read;
            if (Handshake.ReadHello(hello.AsSpan(0, length), out var least, out var most, out var used) != WireFault.None) return false;
            if (used == 0) continue;
            if (least > Handshake.ServerVersion || most < Handshake.ServerVersion) return false;
            splitter.Append(hello.AsSpan(used, length - used));
            outbox.Greet(Handshake.ServerVersion, desk.Now);
            return true;
        }
        return false;
    }

    private async Task Read(CancellationToken ct)
    {
        while (true)
        {
            while (splitter.TryNext(out var body))
            {
                if (IsTooMany())
                {
                    if (closed) return;
                    continue;
                }
                var fault = ClientMessages.Dispatch(body, this);
                if (fault == WireFault.None) continue;
                if (fault == WireFault.UnknownMessage && OtherRequest.Read(body) is { } other)
                {
                    desk.Post(() => TakeOther(other));
                    continue;
                }
                Send(new ErrorMessage(-1, 320, $"Server error when reading an API client request: {fault.Code()}", ""));
            }
            if (splitter.Fault != WireFault.None || closed) return;
            var read = await stream.ReadAsync(splitter.Room(), ct);
            if (read == 0) return;
            splitter.Advance(read);
        }
    }

    private bool IsTooMany()
    {
        if (rate.Take() is not var (said, ends)) return false;
        Send(said);
        if (ends) Close();
        return true;
    }

    private void Take<T>(T asked)
    {
        if (closed) return;
        if (asked is StartApi start)
        {
            Start(start);
            return;
        }
        if (ClientId < 0)
        {
            Close();
            return;
        }
        var isOrder = asked is PlaceOrder or CancelOrder or GlobalCancel;
        if (!isOrder)
        {
            if (desk.Faults.At(FaultPoint.Request) == Fault.RateLimitBan)
            {
                Send(new ErrorMessage(-1, 100, "Max rate of messages per second has been exceeded:max=50 rec=51 (1)", ""));
                Close();
                return;
            }
            desk.Unhush(this);
            desk.TellCosts();
        }
        Answer(asked);
    }

    private void Start(StartApi start)
    {
        ClientId = start.ClientId;
        if (!desk.Join(this))
        {
            Send(new ErrorMessage(-1, 326, "Unable to connect as the client id is already in use. Retry with a unique client id.", ""));
            Close();
            return;
        }
        Send(new ManagedAccounts(TwsDesk.Account));
        Send(new NextValidId(desk.NextId(ClientId)));
        TellFarms();
        Send(new ErrorMessage(-1, 2158, "Sec-def data farm connection is OK:secdefil", ""));
    }
}

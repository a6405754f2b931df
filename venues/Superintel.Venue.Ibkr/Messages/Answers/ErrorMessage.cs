using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>Everything TWS has to say that is not an answer: errors, warnings, notices.</summary>
/// <param name="Id">The request or order it is about; -1: the connection.</param>
public readonly record struct ErrorMessage(int Id, int Code, string Text, string AdvancedReject) : IWireMessage<ErrorMessage>
{
    public static int MessageId => 4;

    public static ErrorMessage Read(ref FieldReader fields)
    {
        fields.Skip();
        return new ErrorMessage(fields.Int(), fields.Int(), fields.EscapedText(), fields.AtEnd ? "" : fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(2).Int(Id).Int(Code).Text(Text).Text(AdvancedReject);
}

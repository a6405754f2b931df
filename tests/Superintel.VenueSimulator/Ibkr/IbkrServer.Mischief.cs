using Superintel.Venue.Ibkr.Wire;

namespace Superintel.VenueSimulator.Ibkr;

public sealed partial class IbkrServer
{
    /// <summary>Says a message to every client.</summary>
    public void Say<T>(T message)
        where T : IWireMessage<T> => desk.Post(() => desk.Say(peer => peer.Send(message)));

    /// <summary>Says a message to every client, field by field: one that no client could read as well.</summary>
    public void SayFields(int id, params string[] fields) => desk.Post(() => desk.Say(peer => peer.SendFields(id, fields)));

    /// <summary>Before the next message of a kind goes out, this one does.</summary>
    public void SayBefore(int kind, int id, params string[] fields) => desk.Mischief.Before(kind, id, fields);

    /// <summary>Every connection stands, and nothing is said on them.</summary>
    public void Mute(bool isMute = true) => desk.Mischief.IsMute = isMute;

    /// <summary>The farms that serve data go away, and say so.</summary>
    /// <param name="says">Each running history is told that it ended (10182); else it is dead without a word.</param>
    public void LoseFarm(bool says = false) => desk.Post(() => desk.LoseFarm(says));

    /// <summary>The farms are there again.</summary>
    public void RegainFarm() => desk.Post(desk.RegainFarm);

    /// <summary>The next order is not taken, with this error for an answer.</summary>
    public void RefuseNext(int code, string text) => desk.Mischief.RefuseNext(code, text);

    /// <summary>An order leaves every list without a word, as at the end of its day.</summary>
    public async Task Lose(string reference)
    {
        desk.Post(() => desk.Lose(reference));
        await Told();
    }
}

using FsCheck;
using FsCheck.Fluent;
using Superintel.Approval.Proposals;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Tests.Proposals;

public sealed class ProposalPropertyTests
{
    private static readonly string[] people = ["ada", "bob", "cyd"];

    [FsCheck.NUnit.Property]
    public Property Whatever_people_do_a_decision_ends_at_most_once(int[] moves)
    {
        var desk = Waiting();
        foreach (var move in moves) Step(desk, move);
        return (Ends(desk) <= 1).ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Whatever_people_do_a_final_state_stays(int[] moves)
    {
        var desk = Waiting();
        foreach (var move in moves)
        {
            var before = desk.Only;
            Step(desk, move);
            if (before.Status != ProposalStatus.Pending && desk.Only != before) return false.ToProperty();
        }
        return true.ToProperty();
    }

    [FsCheck.NUnit.Property]
    public Property Seniors_proposal_is_approved_by_two_different_people_or_not_at_all(int[] moves)
    {
        var desk = Waiting();
        foreach (var move in moves) Step(desk, move);
        var approvals = desk.Events.Of<ProposalApproved>();
        return (approvals.Count == 0 || approvals.Single().ApprovedBy.Distinct().Count() == 2).ToProperty();
    }

    private static Desk Waiting()
    {
        var desk = new Desk();
        desk.Sizing.Answer = FixedSizing.Sized(500_000m);
        desk.Signal(Signals.Open());
        return desk;
    }

    private static void Step(Desk desk, int move)
    {
        var choice = Math.Abs((long)move);
        var person = people[choice % people.Length];
        switch (choice / 3 % 5)
        {
            case 0: desk.Bar(desk.Clock.GetUtcNow().AddMinutes(4)); break;
            case 1: desk.Vote(person, approves: false); break;
            default: desk.Vote(person, senior: choice % 7 != 0); break;
        }
    }

    private static int Ends(Desk desk) => desk.Events.Of<ProposalApproved>().Count + desk.Events.Of<ProposalDeclined>().Count;
}

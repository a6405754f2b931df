using Superintel.Kernel;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Portfolio.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Portfolio.Postgres;

public sealed class PostgresCash(DbSession session) : ICash
{
    public async ValueTask<IReadOnlyList<CashAccount>> All(CancellationToken ct)
    {
        var rows = await session.Rows<(string Currency, decimal Balance, decimal Realized, decimal Paid, decimal Borrow, decimal Funding)>(
            "SELECT currency, balance, realized_pnl, commissions, borrow, funding FROM cash ORDER BY currency", null, ct);
        return
        [
            .. rows.Select(row => new CashAccount(new Currency(row.Currency), row.Balance, row.Realized, row.Paid)
            {
                Borrow = row.Borrow,
                Funding = row.Funding,
            }),
        ];
    }

    public async ValueTask Save(IReadOnlyCollection<CashAccount> accounts, CancellationToken ct) => await session.Execute(
        """
        INSERT INTO cash (currency, balance, realized_pnl, commissions, borrow, funding)
        VALUES (@Currency, @Balance, @RealizedPnl, @Commissions, @Borrow, @Funding)
        ON CONFLICT (currency) DO UPDATE SET
            balance = excluded.balance, realized_pnl = excluded.realized_pnl, commissions = excluded.commissions,
            borrow = excluded.borrow, funding = excluded.funding
        """,
        accounts.Select(account => new
        {
            Currency = account.Currency.Code,
            account.Balance,
            account.RealizedPnl,
            account.Commissions,
            account.Borrow,
            account.Funding,
        }),
        ct);
}

namespace Superintel.AppHost.Model;

public enum ServerKind
{
    Postgres,
    Redis,
    RabbitMq,
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Description;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Servers come from Aspire's integrations, which can tell when they are ready; other images are plain containers.</summary>
internal static class ContainerResources
{
    public static IResourceBuilder<ContainerResource> Add(
        IDistributedApplicationBuilder builder,
        ContainerPart part,
        IReadOnlyDictionary<string, IResourceBuilder<ParameterResource>> parameters)
    {
        var container = part is ServerPart server
            ? AddServer(builder, server, parameters[server.PasswordParameter]).WithImage(part.Image, part.Tag)
            : builder.AddContainer(part.Name, part.Image, part.Tag).WithEndpoints(part);
        foreach (var volume in part.Volumes)
        {
            container.WithVolume(volume.Name, volume.Target);
        }

        if (part.ShellCommand is { } command)
        {
            RunShell(container, command);
        }

        Publisher.Refine(container, part);
        return container;
    }

    // Each integration brings the endpoint "tcp" on the server's usual port, as the description has it.
    private static IResourceBuilder<ContainerResource> AddServer(
        IDistributedApplicationBuilder builder, ServerPart part, IResourceBuilder<ParameterResource> password) => part.Kind switch
        {
            ServerKind.Postgres => builder.AddPostgres(part.Name, password: password),

            // Services speak plain Redis: it listens on loopback or inside the fleet's own network.
            ServerKind.Redis => builder.AddRedis(part.Name, password: password).WithoutHttpsCertificate(),
            ServerKind.RabbitMq => builder.AddRabbitMQ(part.Name, RabbitMqUser(builder), password),
            _ => throw new NotSupportedException($"Aspire has no server of the kind {part.Kind}."),
        };

    private static IResourceBuilder<ParameterResource> RabbitMqUser(IDistributedApplicationBuilder builder) =>
        builder.AddParameter("rabbitmq-user", ServiceEnvironment.RabbitMqUser, publishValueAsDefault: true);

    private static void RunShell(IResourceBuilder<ContainerResource> container, string command) => container
        .WithEntrypoint("/bin/sh")
        .WithArgs(context =>
        {
            // Some integrations bring a command of their own, and some let Aspire add the -c when it runs them.
            context.Args.Clear();
            if (container.Resource.ShellExecution is not true || context.ExecutionContext.IsPublishMode)
            {
                context.Args.Add("-c");
            }

            context.Args.Add(command);
        });
}

using Grpc.Core;
using Grpc.Core.Interceptors;
using Superintel.ServiceDefaults.Security;

namespace Superintel.ServiceDefaults.Grpc;

/// <summary>Every call to another service says who calls, and every question has a deadline.</summary>
internal sealed class ServiceCallInterceptor(InternalTokens tokens, TimeSpan deadline) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Prepare(context, bounded: true));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, Prepare(context, bounded: false));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Prepare(context, bounded: false));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Prepare(context, bounded: false));

    private ClientInterceptorContext<TRequest, TResponse> Prepare<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, bool bounded)
        where TRequest : class
        where TResponse : class
    {
        Metadata headers = [.. context.Options.Headers ?? [], new Metadata.Entry("authorization", $"Bearer {tokens.Own()}")];
        var options = context.Options.WithHeaders(headers);
        if (bounded && options.Deadline is null) options = options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + deadline);
        return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options);
    }
}

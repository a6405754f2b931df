using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Turns the description's templates into Aspire's, which are filled in late and differently for each reader.</summary>
internal sealed class Expressions(
    IReadOnlyDictionary<string, IResourceBuilder<ParameterResource>> parameters,
    IReadOnlyDictionary<string, IResourceBuilder<IResourceWithEndpoints>> parts)
{
    public ReferenceExpression Of(Template template)
    {
        var expression = new ReferenceExpressionBuilder();
        foreach (var segment in template.Segments)
        {
            switch (segment.Placeholder)
            {
                case null:
                    expression.AppendLiteral(segment.Text);
                    break;
                case { Endpoint: null } parameter:
                    expression.AppendFormatted(parameters[parameter.Owner].Resource);
                    break;
                case { Endpoint: { } endpoint } place:
                    expression.AppendFormatted(parts[place.Owner].Resource.GetEndpoint(endpoint).Property(Property(place.Property)));
                    break;
            }
        }

        return expression.Build();
    }

    private static EndpointProperty Property(PlaceholderProperty property) => property switch
    {
        PlaceholderProperty.Url => EndpointProperty.Url,
        PlaceholderProperty.Host => EndpointProperty.Host,
        PlaceholderProperty.Port => EndpointProperty.Port,
        PlaceholderProperty.TargetPort => EndpointProperty.TargetPort,
        _ => throw new NotSupportedException($"An endpoint has no {property}."),
    };
}

using Superintel.Approval.Service;

await ApprovalService.Build(args).RunAsync();

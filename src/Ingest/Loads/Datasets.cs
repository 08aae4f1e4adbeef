namespace PrivateDomainBI.Ingest.Loads;

/// <summary>What can be loaded, in the order in which a company is best loaded: nothing then waits for what comes later.</summary>
public static class Datasets
{
    public static IReadOnlyList<Dataset> All { get; } =
    [
        new("org_units", ["org_unit_id", "name"], ["parent_id", "type", "kpi_mode", "valid_from", "valid_to"], HasDays: false),
        new("employees", ["employee_id", "name"], ["org_unit_id", "role", "employment_type", "status", "valid_from", "valid_to"], HasDays: false),
        new("channels", ["channel"], ["label", "parent", "reach_base"], HasDays: false),
        new("groups", ["group_id", "name"], ["type", "owner_employee_id", "store_id", "created_at", "dismissed_at"], HasDays: false),
        new("campaigns", ["campaign_id", "name", "starts_at", "ends_at"], ["mechanic", "channels", "discount", "holdout_share", "margin"], HasDays: false),
        new("customers", ["customer"],
            [
                "joined_at", "channel", "employee_id", "store_id", "referrer", "name", "phone", "birthday", "gender", "city", "job",
                "income_band", "budget", "preferences", "tags", "consent_tracking",
            ], HasDays: true),
        new("relations", ["customer", "employee_id", "started_at"], ["ended_at", "end_reason", "add_way", "state"], HasDays: true),
        new("ownership", ["customer", "employee_id", "valid_from"], ["valid_to", "reason"], HasDays: true),
        new("group_members", ["group_id", "customer", "joined_at"], ["left_at", "join_scene", "invited_by"], HasDays: true),
        new("campaign_audience", ["campaign_id", "customer"], ["arm", "employee_id", "dispatched_at", "executed_at"], HasDays: true),
        new("list_members", ["list", "customer"], ["added_at", "removed_at"], HasDays: false),
        new("events", ["event_id", "type", "occurred_at", "customer"],
            ["employee_id", "channel", "touchpoint", "campaign_id", "group_id", "content_id", "value", "props"], HasDays: true),
        new("orders", ["order_id", "customer", "paid_at", "amount"],
            [
                "status", "parent_order_id", "employee_id", "channel", "campaign_id", "group_id", "store_id", "domain",
                "product_category", "is_test",
            ], HasDays: true),
        new("refunds", ["refund_id", "order_id", "refunded_at", "amount"], ["type"], HasDays: true),
        new("reach", ["day", "channel", "reached"], ["campaign_id"], HasDays: true),
        new("costs", ["day", "amount", "type"], ["channel", "campaign_id", "employee_id"], HasDays: true),
        new("targets", ["scope", "scope_id", "metric", "period", "value"], ["campaign_id", "weight"], HasDays: false),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(dataset => dataset.Name)];

    public static Dataset? Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name);
}

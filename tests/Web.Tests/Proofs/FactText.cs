namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>Facts as text, so that two ways of coming to them can be compared row for row.</summary>
internal static class FactText
{
    // Made of customers, and of some companies there is none.
    private static readonly string[] Made = ["customer_months_now", "purchases", "relation_facts", "group_stays", "campaign_tasks", "campaign_participations_now", "campaign_touches_now", "invitations_now", "services_now", "applications_now"];

    private static readonly string[] Tables = ["customer_facts", "order_facts", "contact_facts", "event_facts", "employee_places", "employee_history", .. Made];

    public static async Task<string> ReadAsync(HttpClient engine, string database, CancellationToken ct)
    {
        var all = new List<string>();
        foreach (var table in Tables)
        {
            using var sql = new StringContent($"SELECT '{table}', * EXCEPT (version, is_deleted, hides_customer) FROM {table}{(table.StartsWith("employee_", StringComparison.Ordinal) ? " FINAL" : "")} ORDER BY ALL FORMAT TabSeparated");
            using var response = await engine.PostAsync($"/?database={database}", sql, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            response.IsSuccessStatusCode.ShouldBeTrue(text);
            (text.Length > 0 || Made.Contains(table)).ShouldBeTrue($"{table} is empty");
            all.Add(text);
        }

        return string.Concat(all);
    }

    /// <summary>Says which row differs first; a comparison of megabytes of text says nothing.</summary>
    public static void ShouldBeSameFacts(this string facts, string expected, string how)
    {
        if (facts == expected)
            return;
        var (rows, expectedRows) = (facts.Split('\n'), expected.Split('\n'));
        var missing = expectedRows.Except(rows, StringComparer.Ordinal).ToList();
        var extra = rows.Except(expectedRows, StringComparer.Ordinal).ToList();
        Assert.Fail($"{how}: {missing.Count} rows are missing, {extra.Count} should not be there\n- {missing.FirstOrDefault()}\n+ {extra.FirstOrDefault()}");
    }
}

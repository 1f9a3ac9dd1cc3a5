using System.Text;
using Microsoft.EntityFrameworkCore;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>How a database would answer a query.</summary>
internal static class Plan
{
    /// <param name="column">Which column of the answer holds the text.</param>
    public static async Task<string> ReadAsync(DbContext context, string explain, IQueryable query, int column)
    {
        using var command = query.CreateDbCommand();
        command.CommandText = explain + command.CommandText;
        await context.Database.OpenConnectionAsync();
        var text = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            text.AppendLine(reader.GetString(column));
        return text.ToString();
    }

    public static void ShouldGoByIndex(this string plan, string index)
    {
        plan.ShouldContain(index);
        plan.ShouldNotContain("Seq Scan");
        plan.ShouldNotContain("Sort");
        plan.ShouldNotContain("TEMP B-TREE");
    }
}

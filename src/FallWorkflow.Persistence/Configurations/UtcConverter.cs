using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FallWorkflow.Persistence.Configurations;

/// <summary>
/// The one way an instant is stored: UTC, to the microsecond, which is the finest that all databases keep
/// (PostgreSQL timestamptz, SQL Server datetime2, SQLite text that sorts by time).
/// </summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => new DateTime(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

namespace FallWorkflow.Service.Zeitgeber;

internal static partial class VersucheLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Arbeit} failed with {Fehler}, attempt {Versuch}.")]
    public static partial void LogFehlschlag(this ILogger logger, string arbeit, string fehler, int versuch, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Arbeit} is parked after {Versuche} failed attempts; it waits for a person.")]
    public static partial void LogGeparkt(this ILogger logger, string arbeit, int versuche);
}

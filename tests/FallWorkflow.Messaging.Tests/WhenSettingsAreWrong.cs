using Microsoft.Extensions.DependencyInjection;

namespace FallWorkflow.Messaging.Tests;

public sealed class WhenSettingsAreWrong
{
    public static TheoryData<Action<MessagingOptions>, string> Wrong => new()
    {
        { o => o.RabbitMqUri = new Uri("http://localhost"), "RabbitMq:Uri" },
        { o => o.PollInterval = TimeSpan.Zero, "PollInterval" },
        { o => o.BatchSize = 0, "BatchSize" },
        { o => o.Lease = o.SendTimeout, "Lease" },
        { o => o.BackOffCap = o.BackOffFrom / 2, "BackOff" },
        { o => o.MaxMessageBytes = 1, "MaxMessageBytes" },
        { o => o.Attempts = 0, "Attempts" },
        { o => o.MaxDeliveries = 101, "MaxDeliveries" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void The_program_does_not_start_and_the_message_names_the_setting(Action<MessagingOptions> wrong, string named)
    {
        var options = new MessagingOptions();
        wrong(options);
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddFallWorkflowMessaging(options)).Message.ShouldStartWith(named);
    }

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(4, 4, 8)]
    [InlineData(6, 15, 30)]
    [InlineData(int.MaxValue, 15, 30)]
    public void Pauses_double_up_to_the_cap_and_half_of_each_is_random(int failures, double least, double most)
    {
        for (var i = 0; i < 100; i++)
            BackOff.After(failures, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)).TotalSeconds.ShouldBeInRange(least, most);
    }
}

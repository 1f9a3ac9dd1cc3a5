return await FallWorkflow.Service.Befehle.Kommandozeile.RunAsync(args);

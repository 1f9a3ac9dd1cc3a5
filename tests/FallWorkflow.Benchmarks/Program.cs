return await FallWorkflow.Benchmarks.Befehle.Kommandozeile.RunAsync(args);

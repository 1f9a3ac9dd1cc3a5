using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using FallWorkflow.Engine.Definitions;
using FallWorkflow.Engine.Execution;
using Jint;
using Jint.Native;
using Jint.Parser;
using Jint.Parser.Ast;
using Jint.Runtime;
using Jint.Runtime.Debugger;
using Jint.Runtime.Interop;

namespace FallWorkflow.Engine.Expressions;

/// <summary>Runs ECMAScript 5 without access to .NET, within limits of time, statements, recursion and memory.</summary>
internal sealed class JavaScriptRunner
{
    // Date without arguments and Date.now() follow the engine's clock, so that a simulated year is a year.
    private const string ClockScript = """
        (function () {
          var Real = Date;
          function Clock(y, m, d, h, n, s, ms) {
            if (!(this instanceof Clock)) return new Real(__now()).toString();
            switch (arguments.length) {
              case 0: return new Real(__now());
              case 1: return new Real(y);
              case 2: return new Real(y, m);
              case 3: return new Real(y, m, d);
              case 4: return new Real(y, m, d, h);
              case 5: return new Real(y, m, d, h, n);
              case 6: return new Real(y, m, d, h, n, s);
              default: return new Real(y, m, d, h, n, s, ms);
            }
          }
          Clock.prototype = Real.prototype;
          Clock.prototype.constructor = Clock;
          Clock.now = __now;
          Clock.parse = Real.parse;
          Clock.UTC = Real.UTC;
          Date = Clock;
        })();
        """;

    private readonly ConcurrentDictionary<string, Script> _scripts = new(StringComparer.Ordinal);
    private readonly Script _clock = new(ClockScript);
    private readonly Script _library = new(ScriptLibrary.Text);
    private readonly Script _repairs = new(ScriptRepairs.Text);

    // Making a script engine costs some 130 KB; plain expressions, which are most, share a few.
    private readonly ConcurrentBag<Jint.Engine> _idle = [];
    private readonly TimeProvider _time;
    private readonly EngineOptions _options;
    private readonly HostFunctions _functions;

    public JavaScriptRunner(TimeProvider time, EngineOptions options, IEnumerable<IExpressionExtension> extensions)
    {
        _time = time;
        _options = options;
        _functions = new HostFunctions(extensions);
    }

    /// <exception cref="ExpressionException">The script cannot be parsed, throws or reaches a limit.</exception>
    public ScriptResult Run(ActivityContext context, string text, JsonObject? arguments = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ScriptResult(null, null);

        var script = _scripts.GetOrAdd(text, static t => new Script(t));
        Program? program = null;
        try
        {
            program = script.Rent();
            var engine = script.LeavesNothing ? Shared() : NewEngine(script.CanGrow, script.Identifiers.Contains("Date"), script.NeedsRepairs, script.UsesLibrary);
            var scope = new ScriptScope(engine, context, script.Identifiers);
            foreach (var (name, given) in arguments ?? [])
                scope.Function("get" + name, 0, _ => given);
            _functions.Bind(scope);
            if (arguments is not null)
                scope.Value("args", Arguments(arguments));
            var value = engine.Execute(program).GetCompletionValue();
            scope.WriteBack();
            var result = new ScriptResult(JsValues.ToNode(value), scope.Outcomes, value.IsDate());
            if (script.LeavesNothing)
            {
                scope.Unbind();
                _idle.Add(engine);
            }

            return result;
        }
        catch (ParserException e)
        {
            throw new ExpressionException($"JavaScript: {e.Message}", e);
        }
        catch (JavaScriptException e)
        {
            throw new ExpressionException(e.Message, e);
        }
        catch (Exception e) when (e is StatementsCountOverflowException or RecursionDepthOverflowException or TimeoutException
            or ScriptMemoryException or OutOfMemoryException or InsufficientExecutionStackException)
        {
            throw new ExpressionException("The script reached a limit: " + e.Message, e);
        }
        catch (Exception e) when (e is not (ExpressionException or OperationCanceledException))
        {
            throw new ExpressionException("The script failed: " + e.Message, e);
        }
        finally
        {
            if (program is not null)
                script.Return(program);
        }
    }

    // Elsa writes the names small (args.item); as they are given they are offered, too.
    private static JsonObject Arguments(JsonObject given)
    {
        var offered = (JsonObject)given.DeepClone();
        foreach (var (name, value) in given)
            offered.TryAdd(JsonShape.CamelCase(name), value?.DeepClone());
        return offered;
    }

    private Jint.Engine Shared() => _idle.TryTake(out var engine) ? engine : NewEngine(watchesMemory: false, hasClock: true, isRepaired: true);

    private Jint.Engine NewEngine(bool watchesMemory, bool hasClock, bool isRepaired, bool hasLibrary = false)
    {
        var engine = new Jint.Engine(o =>
        {
            o.MaxStatements(_options.ScriptMaxStatements);
            o.LimitRecursion(_options.ScriptMaxRecursion);
            o.TimeoutInterval(_options.ScriptTimeout);
            o.Culture(CultureInfo.InvariantCulture);
            o.LocalTimeZone(TimeZoneInfo.Utc);
            if (watchesMemory)
                o.DebugMode();
        });
        if (watchesMemory)
        {
            // Jint 2 knows no memory limit; between statements is where growth can be seen and stopped.
            var limit = GC.GetAllocatedBytesForCurrentThread() + _options.ScriptMaxMemory;
            engine.Step += (_, _) => GC.GetAllocatedBytesForCurrentThread() > limit
                ? throw new ScriptMemoryException(_options.ScriptMaxMemory)
                : StepMode.Into;
        }

        engine.SetValue(ScriptTree.Bits, new ClrFunctionInstance(engine, static (_, a) => new JsValue(Unsigned(TypeConverter.ToNumber(a[0]))), 1));
        if (isRepaired)
            Run(engine, _repairs);
        if (hasLibrary)
            Run(engine, _library);
        if (hasClock)
        {
            engine.SetValue("__now", new Func<double>(() => _time.GetUtcNow().ToUnixTimeMilliseconds()));
            Run(engine, _clock);
        }

        return engine;
    }

    // The lower 32 bits of the whole part.
    private static double Unsigned(double number)
    {
        if (!double.IsFinite(number))
            return 0;
        var rest = Math.Truncate(number) % 4294967296;
        return rest < 0 ? rest + 4294967296 : rest;
    }

    private static void Run(Jint.Engine engine, Script script)
    {
        var program = script.Rent();
        engine.Execute(program);
        script.Return(program);
    }
}

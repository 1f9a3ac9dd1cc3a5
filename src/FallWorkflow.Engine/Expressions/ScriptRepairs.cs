using System.Text.RegularExpressions;

namespace FallWorkflow.Engine.Expressions;

/// <summary>
/// What the script engine computes wrongly, done right: everything about dates before 1970, as most dates of birth are, and
/// <c>splice</c> from the end. Only a script that mentions one of the names pays for it.
/// </summary>
internal static partial class ScriptRepairs
{
    public static bool Concern(string identifier) => Names().IsMatch(identifier);

    public const string Text = """
        (function () {
          var proto = Date.prototype, day = 864e5, Utc = Date.UTC;
          var year = proto.getUTCFullYear, month = proto.getUTCMonth, date = proto.getUTCDate, time = proto.getTime, set = proto.setTime;
          function put(target, name, body) { Object.defineProperty(target, name, { value: body, writable: true, configurable: true }); }
          function both(name, body) { put(proto, 'get' + name, body); put(proto, 'getUTC' + name, body); }
          function part(name, unit, count) {
            both(name, function () { var t = time.call(this), n = Math.floor(t / unit) % count; return n < 0 ? n + count : n; });
          }
          part('Hours', 36e5, 24); part('Minutes', 6e4, 60); part('Seconds', 1e3, 60); part('Milliseconds', 1, 1000);
          both('Day', function () { var n = (Math.floor(time.call(this) / day) + 4) % 7; return n < 0 ? n + 7 : n; });
          var parts = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
          function setter(name, from, most) {
            function body() {
              var t = time.call(this);
              if (t !== t) { if (from > 0) return t; t = 0; }
              var clock = t % day; if (clock < 0) clock += day;
              var whole = new Date(t);
              var v = [year.call(whole), month.call(whole), date.call(whole),
                Math.floor(clock / 36e5), Math.floor(clock / 6e4) % 60, Math.floor(clock / 1e3) % 60, clock % 1000];
              for (var i = 0; i < most && i < Math.max(1, arguments.length); i++) v[from + i] = Number(arguments[i]);
              for (var k = 0; k < 7; k++) v[k] = v[k] < 0 ? Math.ceil(v[k]) : Math.floor(v[k]);
              return set.call(this, Utc(v[0], v[1], 1) + (v[2] - 1) * day + v[3] * 36e5 + v[4] * 6e4 + v[5] * 1e3 + v[6]);
            }
            put(proto, 'set' + name, body); put(proto, 'setUTC' + name, body);
          }
          setter('FullYear', 0, 3); setter('Month', 1, 2); setter('Date', 2, 1);
          setter('Hours', 3, 4); setter('Minutes', 4, 3); setter('Seconds', 5, 2); setter('Milliseconds', 6, 1);
          function pad(n, length) { n = String(n); while (n.length < length) n = '0' + n; return n; }
          put(proto, 'toISOString', function () {
            if (!isFinite(time.call(this))) throw new RangeError('Invalid time value');
            return pad(year.call(this), 4) + '-' + pad(month.call(this) + 1, 2) + '-' + pad(date.call(this), 2) + 'T' +
              pad(this.getHours(), 2) + ':' + pad(this.getMinutes(), 2) + ':' + pad(this.getSeconds(), 2) + '.' + pad(this.getMilliseconds(), 3) + 'Z';
          });
          put(proto, 'toJSON', function () { return isFinite(time.call(this)) ? this.toISOString() : null; });
          var splice = Array.prototype.splice;
          put(Array.prototype, 'splice', function (start) {
            var given = Array.prototype.slice.call(arguments);
            if (given.length > 0) given[0] = start < 0 ? Math.max(0, this.length + Math.ceil(start)) : start;
            if (given.length === 1) given.push(this.length);
            if (given.length > 1 && given[1] < 0) given[1] = 0;
            return splice.apply(this, given);
          });
        })();
        """;

    [GeneratedRegex("^(?:[gs]et(?:UTC)?(?:Day|Date|Month|FullYear|Hours|Minutes|Seconds|Milliseconds)|Date|toISOString|toJSON|stringify|splice)$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}

namespace FallWorkflow.Engine.Expressions;

/// <summary>
/// Functions that came into JavaScript's library after ECMAScript 5 and that scripts written for Elsa use. Only a script that
/// mentions one of the names pays for them.
/// </summary>
internal static class ScriptLibrary
{
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "includes", "startsWith", "endsWith", "repeat", "padStart", "padEnd", "trimStart", "trimEnd", "replaceAll",
        "find", "findIndex", "fill", "flat", "flatMap", "from", "of", "assign", "values", "entries", "fromEntries",
        "isInteger", "isSafeInteger", "isFinite", "isNaN", "MAX_SAFE_INTEGER", "MIN_SAFE_INTEGER", "EPSILON", "trunc", "sign", "cbrt", "log10", "log2", "hypot",
    };

    /// <summary>Adds what is missing to the built-in objects; none of it shows in a <c>for … in</c>.</summary>
    public const string Text = """
        (function () {
          function add(target, members) {
            for (var name in members)
              if (!(name in target)) Object.defineProperty(target, name, { value: members[name], writable: true, configurable: true });
          }
          function pad(text, length, filler) {
            filler = filler === undefined ? ' ' : String(filler);
            var missing = length - text.length;
            if (!(missing > 0) || filler === '') return '';
            return filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing);
          }
          function flatten(list, depth) {
            return list.reduce(function (all, item) {
              return all.concat(Array.isArray(item) && depth > 1 ? flatten(item, depth - 1) : Array.isArray(item) && depth > 0 ? item : [item]);
            }, []);
          }
          add(String.prototype, {
            includes: function (part, at) { return String(this).indexOf(part, at) !== -1; },
            startsWith: function (part, at) { at = at || 0; return String(this).substr(at, String(part).length) === String(part); },
            endsWith: function (part, end) {
              var text = String(this).slice(0, end === undefined ? undefined : end);
              return text.slice(Math.max(0, text.length - String(part).length)) === String(part);
            },
            repeat: function (count) {
              count = Math.floor(Number(count)) || 0;
              if (count < 0 || count === Infinity) throw new RangeError('Invalid count value: ' + count);
              var result = '', part = String(this);
              for (; count > 0; count = Math.floor(count / 2), part += part) { if (count % 2 === 1) result += part; if (count === 1) break; }
              return result;
            },
            padStart: function (length, filler) { return pad(String(this), length, filler) + this; },
            padEnd: function (length, filler) { return this + pad(String(this), length, filler); },
            trimStart: function () { return String(this).replace(/^\s+/, ''); },
            trimEnd: function () { return String(this).replace(/\s+$/, ''); },
            replaceAll: function (what, by) {
              return what instanceof RegExp ? String(this).replace(what, by) : String(this).split(what).join(by);
            }
          });
          add(Array.prototype, {
            includes: function (value, at) {
              for (var i = at || 0; i < this.length; i++) if (this[i] === value || value !== value && this[i] !== this[i]) return true;
              return false;
            },
            find: function (test, self) { for (var i = 0; i < this.length; i++) if (test.call(self, this[i], i, this)) return this[i]; },
            findIndex: function (test, self) { for (var i = 0; i < this.length; i++) if (test.call(self, this[i], i, this)) return i; return -1; },
            fill: function (value, start, end) {
              var length = this.length, to = end === undefined ? length : end < 0 ? length + end : Math.min(end, length);
              for (var i = start === undefined ? 0 : start < 0 ? Math.max(0, length + start) : start; i < to; i++) this[i] = value;
              return this;
            },
            flat: function (depth) { return flatten(this, depth === undefined ? 1 : depth); },
            flatMap: function (make, self) { return flatten(this.map(make, self), 1); }
          });
          add(Array, {
            from: function (source, make) {
              var list = [], text = typeof source === 'string';
              for (var i = 0; i < source.length; i++) list.push(text ? source.charAt(i) : source[i]);
              if (!make) return list;
              var made = [];
              for (var j = 0; j < list.length; j++) made.push(make(list[j], j));
              return made;
            },
            of: function () { return Array.prototype.slice.call(arguments); }
          });
          add(Object, {
            assign: function (target) {
              for (var i = 1; i < arguments.length; i++) {
                var source = arguments[i];
                if (source !== null && source !== undefined) Object.keys(Object(source)).forEach(function (key) { target[key] = source[key]; });
              }
              return target;
            },
            values: function (source) { return Object.keys(source).map(function (key) { return source[key]; }); },
            entries: function (source) { return Object.keys(source).map(function (key) { return [key, source[key]]; }); },
            fromEntries: function (list) { return list.reduce(function (all, pair) { all[pair[0]] = pair[1]; return all; }, {}); }
          });
          add(Number, {
            isFinite: function (value) { return typeof value === 'number' && isFinite(value); },
            isNaN: function (value) { return value !== value; },
            isInteger: function (value) { return typeof value === 'number' && isFinite(value) && Math.floor(value) === value; },
            isSafeInteger: function (value) { return Number.isInteger(value) && Math.abs(value) <= 9007199254740991; },
            MAX_SAFE_INTEGER: 9007199254740991, MIN_SAFE_INTEGER: -9007199254740991, EPSILON: 2.220446049250313e-16
          });
          add(Math, {
            trunc: function (value) { return value < 0 ? Math.ceil(value) : Math.floor(value); },
            sign: function (value) { value = Number(value); return value > 0 ? 1 : value < 0 ? -1 : value; },
            cbrt: function (value) { var root = Math.pow(Math.abs(value), 1 / 3), whole = Math.round(root); if (whole * whole * whole === Math.abs(value)) root = whole; return value < 0 ? -root : root; },
            log10: function (value) { var power = Math.round(Math.log(value) * Math.LOG10E); return Math.pow(10, power) === value ? power : Math.log(value) * Math.LOG10E; },
            log2: function (value) { var power = Math.round(Math.log(value) * Math.LOG2E); return Math.pow(2, power) === value ? power : Math.log(value) * Math.LOG2E; },
            hypot: function () { var sum = 0; for (var i = 0; i < arguments.length; i++) sum += arguments[i] * arguments[i]; return Math.sqrt(sum); }
          });
        })();
        """;
}

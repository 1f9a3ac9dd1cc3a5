using System.Collections;
using System.Reflection;
using Jint.Parser;
using Jint.Parser.Ast;

namespace FallWorkflow.Engine.Expressions;

/// <summary>A parsed script as a tree: looked through, and mended where the script engine computes wrongly.</summary>
internal static class ScriptTree
{
    /// <summary>Host function that makes a bit pattern without sign of a number.</summary>
    public const string Bits = "__bits";

    private static readonly Dictionary<AssignmentOperator, BinaryOperator> Compound = new()
    {
        [AssignmentOperator.BitwiseAndAssign] = BinaryOperator.BitwiseAnd,
        [AssignmentOperator.BitwiseOrAssign] = BinaryOperator.BitwiseOr,
        [AssignmentOperator.BitwiseXOrAssign] = BinaryOperator.BitwiseXOr,
        [AssignmentOperator.LeftShiftAssign] = BinaryOperator.LeftShift,
        [AssignmentOperator.RightShiftAssign] = BinaryOperator.RightShift,
        [AssignmentOperator.UnsignedRightShiftAssign] = BinaryOperator.UnsignedRightShift,
    };

    /// <summary>Everything directly inside a node but names that are no references (labels, property names, parameters).</summary>
    public static IEnumerable<SyntaxNode> Children(SyntaxNode node)
    {
        foreach (var part in Parts(node))
        {
            if (part is SyntaxNode single)
                yield return single;
            else if (part is IEnumerable many and not string)
            {
                foreach (var item in many.OfType<SyntaxNode>())
                    yield return item;
            }
        }
    }

    /// <summary>
    /// Since .NET 9 a negative number becomes 0 when the script engine takes its bits: <c>-7 / 2 | 0</c> would be 0. The operands
    /// of such operators are made patterns without sign first.
    /// </summary>
    public static void MendBits(SyntaxNode node)
    {
        foreach (var child in Children(node))
            MendBits(child);
        switch (node)
        {
            case BinaryExpression binary when Compound.ContainsValue(binary.Operator):
                (binary.Left, binary.Right) = (Unsigned(binary.Left), Unsigned(binary.Right));
                break;
            case UnaryExpression { Operator: UnaryOperator.BitwiseNot } not:
                not.Argument = Unsigned(not.Argument);
                break;
            case AssignmentExpression assignment when Compound.TryGetValue(assignment.Operator, out var @operator):
                assignment.Right = new BinaryExpression
                {
                    Type = SyntaxNodes.BinaryExpression,
                    Operator = @operator,
                    Left = Unsigned(assignment.Left),
                    Right = Unsigned(assignment.Right),
                    Location = assignment.Location,
                    Range = assignment.Range,
                };
                assignment.Operator = AssignmentOperator.Assign;
                break;
        }
    }

    private static CallExpression Unsigned(Expression operand) => new()
    {
        Type = SyntaxNodes.CallExpression,
        Callee = new Identifier { Type = SyntaxNodes.Identifier, Name = Bits, Location = operand.Location, Range = operand.Range },
        Arguments = [operand],
        CanBeCached = false,
        Location = operand.Location,
        Range = operand.Range,
    };

    private static IEnumerable<object?> Parts(SyntaxNode node) => node switch
    {
        FunctionDeclaration function => [function.Body],
        FunctionExpression function => [function.Body],
        Property property => [property.Value],
        MemberExpression { Computed: false } member => [member.Object],
        BreakStatement or ContinueStatement => [],
        LabelledStatement labelled => [labelled.Body],
        CatchClause clause => [clause.Body],
        VariableDeclarator declarator => [declarator.Init],
        TryStatement @try => [@try.Block, @try.Handlers, @try.Finalizer],
        Jint.Parser.Ast.Program program => [program.Body],
        _ => node.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(f => typeof(SyntaxNode).IsAssignableFrom(f.FieldType) || f.FieldType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(f.FieldType) && !f.FieldType.IsArray)
            .Select(f => f.GetValue(node)),
    };
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CitySearch.Packages.Tests;

/// <summary>Prints what an assembly offers to others: its public types, and their public and protected members, sorted.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The whole surface.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().GroupBy(t => t.Namespace).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append('\n');
            foreach (var type in space.OrderBy(FullName, StringComparer.Ordinal))
            {
                text.Append("\n  ").Append(Head(type)).Append('\n');
                foreach (var member in Members(type))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The types that a type's base types and members that others can use are made of.</summary>
    public static IEnumerable<Type> Mentioned(Type type) =>
        type.GetInterfaces().Append(type.BaseType ?? typeof(object))
            .Concat(type.GetMembers(Declared).Where(m => Member(m) is not null).SelectMany(m => m switch
            {
                FieldInfo f => [f.FieldType],
                PropertyInfo p => [p.PropertyType],
                MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
                ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
                _ => Array.Empty<Type>(),
            }))
            .SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private static string Head(Type type)
    {
        var isRecord = type.GetMethod("<Clone>$", Declared) is not null || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null);
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : (isRecord ? "record " : "") + (type.IsValueType ? "struct" : "class");
        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type is { IsAbstract: true, IsInterface: false } ? "abstract " : type is { IsSealed: true, IsValueType: false } ? "sealed " : "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = new[] { type.BaseType }
            .Where(b => b is not null && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum))
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Except(inherited).Where(i => i.IsPublic && !(isRecord && i.Name == "IEquatable`1")).OrderBy(i => i.Name, StringComparer.Ordinal))
            .Select(b => Name(b!));
        return $"{modifier}{kind} {FullName(type)}{string.Concat(bases.Select((b, i) => (i == 0 ? " : " : ", ") + b))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), null)}");
        }

        return type.GetMembers(Declared).Select(Member).OfType<string>().Order(StringComparer.Ordinal);
    }

    private static string? Member(MemberInfo member) => member switch
    {
        _ when member is not PropertyInfo && member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) => null,
        FieldInfo f when Seen(f.IsPublic, f.IsFamily || f.IsFamilyOrAssembly) is { } access =>
            $"{access}{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{Name(f.FieldType, Nullability.Create(f))} {f.Name}{(f.IsLiteral ? " = " + f.GetRawConstantValue() : "")}",
        PropertyInfo p when p.Name != "EqualityContract" && (Access(p.GetMethod) ?? Access(p.SetMethod)) is { } access =>
            $"{access}{Modifier(p.GetMethod ?? p.SetMethod!)}{(p.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}{Name(p.PropertyType, Nullability.Create(p))} {p.Name} {{{(Access(p.GetMethod) is null ? "" : " get;")}{Setter(p)} }}",
        ConstructorInfo { IsStatic: false } c when Access(c) is { } access && !IsCopy(c) => $"{access}{FullName(c.DeclaringType!)}({Parameters(c)})",
        MethodInfo { IsSpecialName: false } m when Access(m) is { } access => $"{access}{Modifier(m)}{Name(m.ReturnType, Nullability.Create(m.ReturnParameter))} {m.Name}{Arguments(m)}({Parameters(m)})",
        MethodInfo { IsSpecialName: true } m when m.Name.StartsWith("op_", StringComparison.Ordinal) && Access(m) is { } access => $"{access}static {Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        EventInfo e when Access(e.AddMethod) is { } access => $"{access}event {Name(e.EventHandlerType!)} {e.Name}",
        _ => null,
    };

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.IsFamily && constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static string Setter(PropertyInfo property) =>
        Access(property.SetMethod) is null ? ""
        : property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? " init;" : " set;";

    private static string Modifier(MethodInfo method) =>
        method.DeclaringType!.IsInterface ? method.IsAbstract ? "" : "default "
        : method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string? Access(MethodBase? method) => method is null ? null : Seen(method.IsPublic, method.IsFamily || method.IsFamilyOrAssembly);

    private static string? Seen(bool isPublic, bool isProtected) => isPublic ? "" : isProtected ? "protected " : null;

    private static string Arguments(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select((p, i) =>
        (i == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + (p.IsOut ? "out " : p.ParameterType.IsByRef ? p.IsIn ? "in " : "ref " : "")
        + $"{Name(p.ParameterType, Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + Value(p.DefaultValue) : "")}"));

    private static string Value(object? value) => value switch
    {
        null => "default",
        string s => $"\"{s}\"",
        bool b => b ? "true" : "false",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string FullName(Type type) => type.DeclaringType is { } outer ? $"{FullName(outer)}.{Plain(type)}" : Plain(type);

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability?.ElementType ?? nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        var mark = !type.IsValueType && nullability is { } info && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : "";
        if (type.IsArray)
        {
            return Name(type.GetElementType()!, nullability?.ElementType) + "[]" + mark;
        }

        var arguments = type.IsGenericType
            ? $"<{string.Join(", ", type.GetGenericArguments().Select((a, i) => Name(a, nullability?.GenericTypeArguments.ElementAtOrDefault(i))))}>"
            : "";
        var word = type == typeof(void) ? "void" : type == typeof(string) ? "string" : type == typeof(int) ? "int" : type == typeof(long) ? "long" : type == typeof(bool) ? "bool"
            : type == typeof(double) ? "double" : type == typeof(object) ? "object" : type == typeof(char) ? "char" : FullName(type);
        return word + arguments + mark;
    }
}

/** Sentences of checks as templates. */

/** Fills `{name}` in a template. @throws Error for a name that is not given: a template must not print braces. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([a-zA-Z0-9]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`message template: nothing is called {${name}}`);
    return value;
  });
}

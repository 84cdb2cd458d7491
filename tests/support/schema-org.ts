import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * schema.org's vocabulary as schema-dts declares it: every type with its properties, those of the types above it
 * among them.
 */
export function vocabulary(): Map<string, Set<string>> {
  const text = readFileSync(
    createRequire(import.meta.url)
      .resolve('schema-dts')
      .replace(/\.js$/, '.d.ts'),
    'utf8',
  );
  const interfaces = new Map<string, { above: string[]; own: string[]; type?: string }>();
  for (const [, name = '', above = '', body = ''] of text.matchAll(
    /^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n(.*?)^\}/gms,
  )) {
    interfaces.set(name, {
      above: above.split(', ').filter(Boolean),
      own: [...body.matchAll(/^ {4}"(\w[\w-]*)"\?:/gm)].map(([, property = '']) => property),
      type: /^ {4}"@type": "(\w+)";/m.exec(body)?.[1],
    });
  }
  const propertiesOf = (name: string): string[] => {
    const found = interfaces.get(name);
    return found ? [...found.own, ...found.above.flatMap(propertiesOf)] : [];
  };
  return new Map(
    [...interfaces].flatMap(([name, { type }]): [string, Set<string>][] =>
      type ? [[type, new Set(propertiesOf(name))]] : [],
    ),
  );
}

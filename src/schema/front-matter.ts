import { z } from 'zod';
import type { Code } from '../newsroom/codes.ts';
import { nearest } from '../newsroom/nearest.ts';
import type { Problem } from '../newsroom/problem.ts';
import { parseYaml } from './yaml.ts';

/** What a YAML text holds by a schema: the data with what is to be looked at in it, or what has to be mended. */
export type Reading<T> =
  { data: T; lineOf: (path: readonly PropertyKey[]) => number; warnings: Problem[] } | { problems: Problem[] };

/**
 * Reads YAML by a schema.
 * @param firstLine the line of the file that the text begins on, counted from 1
 * @returns every problem at once, each on the line of its field
 */
export function readYaml<T extends z.ZodType>(
  text: string,
  { file, firstLine, schema }: { file: string; firstLine: number; schema: T },
): Reading<z.output<T>> {
  const yaml = parseYaml(text, { file, firstLine });
  if ('problems' in yaml) return yaml;
  const { value, lineOf, warnings } = yaml;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return {
      problems: [
        {
          code: 'Y-002',
          file,
          line: firstLine,
          found: 'There are no fields here.',
          remedy: 'Write one field a line, as "name: value".',
        },
      ],
    };
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { data: parsed.data, lineOf, warnings };
  const mistakes = parsed.error.issues
    .flatMap((issue) => fieldProblems(issue, schema))
    .map(({ path, ...words }) => ({ file, line: lineOf(path), ...words }));
  return { problems: [...mistakes, ...warnings] };
}

type Words = { path: readonly PropertyKey[]; code: Code; found: string; remedy: string };

function fieldProblems(issue: z.core.$ZodIssue, schema: z.ZodType): Words[] {
  const { path } = issue;
  const name = fieldName(path);
  const remedy = remedyOf(schema, path);
  const accepts = (value: unknown) => fieldAt(schema, path)?.safeParse(value).success ?? false;
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeOf(fieldAt(schema, path)) ?? {});
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      return {
        path: [...path, key],
        code: 'S-002',
        found: `There is no field "${fieldName([...path, key])}".`,
        remedy: near
          ? `Did you mean "${near}"?`
          : known.length > 0
            ? `The fields here are ${known.join(', ')}.`
            : remedy,
      };
    });
  }
  if (issue.code === 'invalid_union') {
    if (issue.input === undefined) return [{ path, code: 'S-001', found: `The field "${name}" is missing.`, remedy }];
    // The form that was meant is the one whose faults all lie in single fields of it.
    const meant = issue.errors
      .filter((errors) => errors.every((error) => error.path.length > 0))
      .sort((a, b) => a.length - b.length)[0];
    if (meant)
      return meant
        .flatMap((error) => fieldProblems({ ...error, path: [...path, ...error.path] }, schema))
        .map((words) => ({ ...words, remedy }));
    return [{ path, code: 'S-003', found: `The field "${name}" ${issue.message}: ${shown(issue.input)}.`, remedy }];
  }
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return [{ path, code: 'S-001', found: `The field "${name}" is missing.`, remedy }];
    if (issue.input === null)
      return [
        {
          path,
          code: 'S-001',
          found: `The field "${name}" is empty.`,
          remedy: accepts(undefined) ? `Fill it in, or delete the line. ${remedy}` : remedy,
        },
      ];
    return [
      {
        path,
        code: 'S-003',
        found: `The field "${name}" is ${typeName(issue.input)}; it has to be ${wantedName(issue.expected)}.`,
        remedy:
          /^(number|boolean)$/.test(typeof issue.input) && accepts(String(issue.input))
            ? `Put the value in quotation marks. ${remedy}`
            : remedy,
      },
    ];
  }
  if (issue.code === 'invalid_value') {
    const near = nearest(String(issue.input), issue.values.map(String));
    return [
      {
        path,
        code: 'S-003',
        found: `The field "${name}" is none of its words: ${shown(issue.input)}.`,
        remedy: near ? `Did you mean "${near}"? ${remedy}` : remedy,
      },
    ];
  }
  if (issue.code === 'custom' && issue.params)
    return [
      { path, found: `The field "${name}" ${issue.message}.`, ...(issue.params as Pick<Words, 'code' | 'remedy'>) },
    ];
  const unseen = /invisible character|half a character/.test(issue.message);
  return [
    {
      path,
      code: 'S-004',
      found: `The field "${name}" ${issue.message.replace(/\.?$/, '.')}`,
      remedy: unseen ? 'Delete it, or type the words again.' : remedy,
    },
  ];
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' › ');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return (
    (
      { string: 'text', number: 'a number', boolean: 'true or false', object: 'a group of fields' } as Record<
        string,
        string
      >
    )[typeof value] ?? typeof value
  );
}

function wantedName(expected: string): string {
  return (
    (
      { string: 'text', array: 'a list', object: 'a group of fields', boolean: 'true or false' } as Record<
        string,
        string
      >
    )[expected] ?? expected
  );
}

/** The description of the field at a path, or of the nearest one around it. */
function remedyOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  for (let end = path.length; end > 0; end -= 1) {
    const described = fieldAt(schema, path.slice(0, end))?.description;
    if (described) return described;
  }
  return 'See "What an editor may type" in the README.';
}

function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((field, part) => {
    if (!field) return undefined;
    const inner = unwrapped(field);
    if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
    return shapeOf(inner)?.[String(part)];
  }, schema);
}

function unwrapped(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? unwrapped(field.unwrap() as z.ZodType)
    : field;
}

function shapeOf(field: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
  const inner = field && unwrapped(field);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : undefined;
}

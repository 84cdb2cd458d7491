import { z } from 'zod';
import type { Code } from '../newsroom/codes.ts';
import { nearest } from '../newsroom/nearest.ts';
import type { Problem } from '../newsroom/problem.ts';
import { adviceFor, statusFor } from './other-names.ts';
import { slipInValue } from './yaml-slips.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** What a YAML text holds by a schema: the data with what is to be looked at in it, or what has to be mended. */
export type FieldsReading<T> =
  { data: T; lineOf: (path: readonly PropertyKey[]) => number; warnings: Problem[] } | { problems: Problem[] };

/**
 * Reads YAML by a schema.
 * @param firstLine the line of the file that the text begins on, counted from 1
 * @returns every problem at once, each on the line of its field
 */
export function readYaml<T extends z.ZodType>(
  text: string,
  { file, firstLine, schema }: { file: string; firstLine: number; schema: T },
): FieldsReading<z.output<T>> {
  const yaml = parseYaml(text, { file, firstLine });
  if ('problems' in yaml) return yaml;
  const { value, lineOf, typedAt, warnings } = yaml;
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
    .flatMap((issue) => fieldProblems(issue, schema, typedAt))
    .map(({ path, ...words }) => ({ file, line: lineOf(path), ...words }));
  // Where quotation marks are why a value is none, they are told once.
  const others = warnings.filter(({ line }) => !mistakes.some((each) => each.code === 'Y-005' && each.line === line));
  return { problems: [...mistakes, ...others] };
}

type Words = { path: readonly PropertyKey[]; code: Code; found: string; remedy: string };

function fieldProblems(issue: z.core.$ZodIssue, schema: z.ZodType, typedAt: Yaml['typedAt']): Words[] {
  const { path } = issue;
  const name = fieldName(path);
  if (typeof issue.input === 'string') {
    const slip = slipInValue(issue.input, name, issue.code === 'invalid_type' ? issue.expected : 'string');
    if (slip) return [{ path, ...slip }];
  }
  const remedy = remedyOf(schema, path);
  const accepts = (value: unknown) => fieldAt(schema, path)?.safeParse(value).success ?? false;
  if (issue.code === 'unrecognized_keys') {
    const given = issue.input as Record<string, unknown>;
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'S-002',
      found: `There is no field "${fieldName([...path, key])}".`,
      remedy: remedyFor(key, { given, schema, path }) ?? remedy,
    }));
  }
  if (issue.code === 'invalid_union') {
    if (issue.input === undefined) return [{ path, code: 'S-001', found: `The field "${name}" is missing.`, remedy }];
    // The form that was meant is the one whose faults all lie in single fields of it.
    const meant = issue.errors
      .filter((errors) => errors.every((error) => error.path.length > 0))
      .sort((a, b) => a.length - b.length)[0];
    if (meant)
      return meant
        .flatMap((error) => fieldProblems({ ...error, path: [...path, ...error.path] }, schema, typedAt))
        .map((words) => (words.code.startsWith('Y') ? words : { ...words, remedy }));
    const near = nearest(wordOf(issue.input), wordsOf(issue.errors));
    return [
      {
        path,
        code: 'S-003',
        found: `The field "${name}" ${issue.message}: ${shown(issue.input)}.`,
        remedy: near ? `Did you mean "${near}"? ${remedy}` : remedy,
      },
    ];
  }
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return [{ path, code: 'S-001', found: `The field "${name}" is missing.`, remedy }];
    const typed = typedAt(path) ?? wordOf(issue.input);
    if (issue.input === null)
      return [
        {
          path,
          code: 'S-001',
          found: `The field "${name}" is empty${typed === '' || issue.expected !== 'string' ? '' : `: YAML takes ${typed} for nothing`}.`,
          remedy: accepts(undefined) ? `Fill it in, or delete the line. ${remedy}` : remedy,
        },
      ];
    const isMisread = issue.expected === 'string' && /^(number|boolean)$/.test(typeof issue.input);
    if (isMisread && accepts(typed)) {
      const field = path.at(-1);
      return [
        {
          path,
          code: 'Y-007',
          found: `The field "${name}" has to be text, and YAML takes ${typed} for ${typeName(issue.input)}.`,
          remedy: `Put it in quotation marks: \`${typeof field === 'string' ? `${field}: ` : ''}"${typed}"\`.`,
        },
      ];
    }
    const status = path.length === 1 && shapeOf(schema)?.['status'] ? statusFor(name, issue.input) : undefined;
    if (isMisread && status)
      return [
        {
          path,
          code: 'S-003',
          found: `The field "${name}" is ${typeName(issue.input)}; it has to be text.`,
          remedy: `Write \`status: ${status}\` for that. ${remedy}`,
        },
      ];
    const told = isMisread && fieldAt(schema, path)?.safeParse(typed, { reportInput: true }).error?.issues[0];
    if (told)
      return fieldProblems({ ...told, path: [...path] }, schema, typedAt).map((words) => ({
        ...words,
        found: words.found.replace(/\.$/, `, which YAML takes for ${typeName(issue.input)}.`),
      }));
    return [
      {
        path,
        code: 'S-003',
        found: `The field "${name}" is ${typeName(issue.input)}; it has to be ${wantedName(issue.expected)}.`,
        remedy,
      },
    ];
  }
  if (issue.code === 'invalid_value') {
    const near = nearest(wordOf(issue.input), issue.values.map(String));
    return [
      {
        path,
        code: 'S-003',
        found: `The field "${name}" is none of its words: ${shown(issue.input)}.`,
        remedy: near ? `Did you mean "${near}"? ${remedy}` : remedy,
      },
    ];
  }
  if (issue.code === 'custom' && issue.params) {
    const words = { remedy, ...issue.params } as Pick<Words, 'code' | 'remedy'>;
    return [{ path, found: `The field "${name}" ${issue.message.replace(/\.?$/, '.')}`, ...words }];
  }
  // A field that a paper has added may leave the words to zod, which begins a sentence of its own.
  if (/^[A-Z]/.test(issue.message))
    return [
      {
        path,
        code: 'S-004',
        found: `The field "${name}" cannot be ${shown(issue.input)} (${issue.message.replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, '')}).`,
        remedy,
      },
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

/** What to do about a field that there is not; `undefined` where there can be none at all. */
function remedyFor(
  key: string,
  { given, schema, path }: { given: Record<string, unknown>; schema: z.ZodType; path: readonly PropertyKey[] },
): string | undefined {
  const shape = shapeOf(fieldAt(schema, path)) ?? {};
  const known = Object.keys(shape);
  // A switch such as `published: true` fills in nothing, and a group may take one thing more.
  const filled = known.filter((field) => /^(string|number)$/.test(typeof given[field]));
  const advice = adviceFor(key, { value: given[key], known, filled });
  if (advice && 'status' in advice) return `Write \`status: ${advice.status}\` in its place.`;
  if (advice && 'remedy' in advice) return advice.remedy;
  const field = advice?.field;
  if (field && filled.includes(field))
    return `Did you mean "${field}"? It is filled in already: delete one of the two.`;
  if (field) return `Did you mean "${field}"? ${shape[field]?.description ?? ''}`.trim();
  const near = nearest(key, known);
  if (near) return `Did you mean "${near}"?`;
  return known.length > 0 ? `The fields here are ${known.join(', ')}.` : undefined;
}

/** The words that one of several forms of a field takes. */
function wordsOf(errors: readonly (readonly z.core.$ZodIssue[])[]): string[] {
  return errors.flat().flatMap((error) => (error.code === 'invalid_value' ? error.values.map(String) : []));
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' › ');
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
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
      {
        string: 'text',
        number: 'a number',
        array: 'a list',
        object: 'a group of fields',
        boolean: 'true or false',
      } as Record<string, string>
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
    if (inner instanceof z.ZodUnion)
      return (inner.options as z.ZodType[]).map((form) => shapeOf(form)?.[String(part)]).find(Boolean);
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
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

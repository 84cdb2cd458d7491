import { z } from 'zod';
import { later, now, onDay, today, unused } from '../schema/examples.ts';

/** Examples that do not change from day to day. */
const examples: [mark: string, example: string][] = [
  [now, '2026-12-05T05:00:00+01:00'],
  [later, '2026-12-06T05:00:00+01:00'],
  [today, '2026-12-05'],
  [onDay, '2026/12/05'],
  [unused, 'k7m2xq'],
];

/** What an editor may type, for programs that help with it: JSON Schema, whose descriptions say it in words, with examples. */
export function toldSchema(schema: z.ZodType): z.core.JSONSchema.JSONSchema {
  const told = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Dates are read as text, which YAML's own dates are not.
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.format;
    },
  });
  const text = examples.reduce((text, [mark, example]) => text.replaceAll(mark, example), JSON.stringify(told));
  return JSON.parse(text) as z.core.JSONSchema.JSONSchema;
}

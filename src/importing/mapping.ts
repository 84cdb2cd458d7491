import path from 'node:path';
import { z } from 'zod';
import { readText, yamlFile, isFile } from '../filing/files.ts';
import type { Problem } from '../newsroom/problem.ts';
import { languageTag, line, reference, webAddress } from '../schema/fields.ts';
import { readYaml } from '../schema/front-matter.ts';

const names = () => z.record(z.string(), reference().nullable());

/** Fields of an article that a field of another system can become. */
export const fieldNames = [
  'headline',
  'shortHeadline',
  'standfirst',
  'kicker',
  'section',
  'topics',
  'byline',
  'published',
  'updated',
  'status',
  'language',
  'licence',
  'picture',
  'aliases',
  'slug',
  'dateline',
  'agencies',
] as const;

/** `content/import.yaml`: how what others say becomes what this paper says. */
export const mappingSchema = z.strictObject({
  site: webAddress()
    .optional()
    .describe('Where the stories were published: `https://old.example`. Relative links start from it.'),
  section: reference().optional().describe('The section of stories that name none: a file in content/sections/.'),
  language: languageTag().optional().describe("The language of stories that name none, where it is not the paper's."),
  credit: line().optional().describe('Who is named for stories without a byline: a file in content/contributors/.'),
  sections: names()
    .default({})
    .describe('Their categories, each with a file in content/sections/, or `null` for none: `{ Politics: world }`.'),
  topics: names()
    .default({})
    .describe('Their tags, each with a file in content/topics/, or `null` to leave it out: `{ DPRK: north-korea }`.'),
  contributors: names()
    .default({})
    .describe('Their authors, each with a file in content/contributors/, or `null`: `{ admin: null }`.'),
  fields: z
    .record(z.string(), z.enum(fieldNames).nullable())
    .default({})
    .describe(`Their fields, each with one of ours, or \`null\`: ${fieldNames.join(', ')}.`),
  shortcodes: z
    .record(z.string(), z.enum(['figure', 'gallery', 'address', 'fact-box', 'pull-quote', 'code', 'words', 'drop']))
    .default({})
    .describe(
      'Their shortcodes, each with what it becomes: figure, gallery, address, fact-box, pull-quote, code, words or drop.',
    ),
});

export type Mapping = z.output<typeof mappingSchema>;

export const noMapping: Mapping = mappingSchema.parse({});

/** The mapping of a paper; what is wrong in it is told, and nothing is imported. */
export function readMapping(root: string): { mapping: Mapping; problems: Problem[] } {
  const file = yamlFile(root, 'content/import');
  if (!isFile(path.join(root, file))) return { mapping: noMapping, problems: [] };
  const source = readText(root, file);
  if ('problem' in source) return { mapping: noMapping, problems: [source.problem] };
  const reading = readYaml(source.text, { file, firstLine: 1, schema: mappingSchema });
  return 'data' in reading
    ? { mapping: reading.data, problems: [] }
    : { mapping: noMapping, problems: reading.problems };
}

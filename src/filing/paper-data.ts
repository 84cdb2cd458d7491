import type { z } from 'zod';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDate } from '../newsroom/calendar.ts';
import { articleNamed, layAt, placeName } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { today } from '../schema/examples.ts';
import { readYaml, type FieldsReading } from '../schema/front-matter.ts';
import { front, type FiledFront } from '../schema/front.ts';
import { contributor, elsewhere, heading, publication, type FiledContributor } from '../schema/paper.ts';
import { filesBelow, isFile, isFolder, readText } from './files.ts';
import { firstAddress } from './ledger.ts';
import { ratioOfNameplate } from './icon.ts';

/** The YAML files of `content/`, by the name of the file without its ending. */
export interface PaperData {
  publication:
    (z.output<typeof publication> & { firstUrl?: string | undefined; nameplateRatio?: number | undefined }) | undefined;
  sections: Map<string, z.output<typeof heading>>;
  topics: Map<string, z.output<typeof heading>>;
  contributors: Map<string, FiledContributor>;
  related: Map<string, z.output<typeof elsewhere>>;
  /** By the plain date of the day. */
  fronts: Map<string, FiledFront>;
  problems: Problem[];
}

/** Reads everything of a paper that is written in YAML. All addresses are made for where it says that it is read, from then on. */
export function readPaperData(root: string): PaperData {
  const problems: Problem[] = [];
  const read = <T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined => {
    const source = readText(root, file);
    const reading: FieldsReading<z.output<T>> =
      'problem' in source ? { problems: [source.problem] } : readYaml(source.text, { file, firstLine: 1, schema });
    problems.push(...('data' in reading ? reading.warnings : reading.problems));
    return 'data' in reading ? reading.data : undefined;
  };
  const folder = <T extends z.ZodType>(name: string, schema: T): Map<string, z.output<T>> => {
    const names = filesBelow(path.join(root, 'content', name), /\.ya?ml$/);
    const entries = names.map((file) => {
      const key = file.replace(/\.ya?ml$/, '');
      const fault = file.endsWith('.yml') && names.includes(`${key}.yaml`) ? twoFiles(key) : nameFault(name, key);
      if (fault) problems.push({ file: `content/${name}/${file}`, ...fault });
      return [key, read(`content/${name}/${file}`, schema)] as const;
    });
    return new Map(entries.filter((entry): entry is [string, z.output<T>] => entry[1] !== undefined));
  };
  const file = 'content/publication.yaml';
  const paper = isFile(path.join(root, file)) ? read(file, publication) : undefined;
  if (paper) layAt(paper.url);
  if (!isFile(path.join(root, file)) && !isFolder(path.join(root, file))) problems.push(noPublication(root, file));
  const data = {
    publication: paper && {
      ...paper,
      firstUrl: firstAddress(root),
      ...(paper.nameplate && { nameplateRatio: ratioOfNameplate(root, paper.nameplate) }),
    },
    sections: folder('sections', heading),
    topics: folder('topics', heading),
    contributors: folder('contributors', contributor),
    related: folder('related', elsewhere),
    fronts: withPaths(folder('fronts', front), paper?.url),
  };
  return { ...data, problems };
}

function withPaths(fronts: Map<string, FiledFront>, origin: string | undefined): Map<string, FiledFront> {
  if (origin === undefined) return fronts;
  const named = (story: string) => articleNamed(story, origin);
  return new Map(
    [...fronts].map(([day, { lead, breaking, second, pairs, briefs, inside }]) => [
      day,
      {
        lead: lead && named(lead),
        breaking,
        second: second.map(named),
        pairs: pairs.map((pair) => pair.map(named)),
        briefs: briefs.map(named),
        inside: inside.map(named),
      },
    ]),
  );
}

function twoFiles(key: string): Omit<Problem, 'file'> {
  return {
    code: 'L-009',
    found: `There is a ${key}.yaml as well, and only one of the two is read.`,
    remedy: 'Put all fields into one of them, and take the other away.',
  };
}

function noPublication(root: string, file: string): Problem {
  const other = isFolder(path.join(root, 'content'))
    ? readdirSync(path.join(root, 'content')).find(isPublication)
    : undefined;
  return {
    code: 'F-004',
    file,
    found: 'There is no such file.',
    remedy: other
      ? `Give content/${other} that name; it has to hold YAML.`
      : 'Write it: name, url, language, timeZone, sections and publisher say what paper this is.',
  };
}

/** What is wrong with the name of a file that is part of an address, or stands for a day. */
function nameFault(folder: string, name: string): Omit<Problem, 'file'> | undefined {
  if (folder === 'fronts' && !isDate(name))
    return {
      code: 'L-003',
      found: `"${name}" is not a day.`,
      remedy: `Name the file after the day of the edition: content/fronts/${today}.yaml.`,
    };
  if (/^(sections|topics|contributors)$/.test(folder) && !placeName.test(name))
    return {
      code: 'L-005',
      found: `"${name}" cannot be part of an address.`,
      remedy: `Name the file in lower-case letters, digits and hyphens, and in no other folder: content/${folder}/harbour-news.yaml.`,
    };
  return undefined;
}

/** A file or a folder that was meant for `publication.yaml`. */
export function isPublication(name: string): boolean {
  return /^publication(\.(ya?ml|json|toml|txt).*)?$/i.test(name);
}

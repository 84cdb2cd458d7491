import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['slow', 'fast', 'unit', 'components'];
/** What takes longest in each project. */
const longest = [
  'slow/builds',
  'slow/takeaway',
  'slow/print',
  'slow/languages',
  'slow/print-edition',
  'slow/failing-builds',
  'slow/tarball',
  'slow/lighthouse',
  'slow/permalinks',
  'slow/odd-pictures',
  'slow/cards',
  'site/comfort',
  'unit/checks/wrong-inputs',
  'unit/desk/setup',
].map((name) => `/tests/${name}.test.ts`);

/** Begins with what takes longest, so that no worker is left with it while the others have ended; the files of a project follow each other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const known = longest.findIndex((end) => moduleId.endsWith(end));
      return projects.indexOf(project.name) * 100 + (known < 0 ? longest.length : known);
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

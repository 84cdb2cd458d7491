import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['slow', 'fast', 'unit', 'components'];
/** What takes longest in each project. */
const longest = [
  'slow/press-that-stays',
  'slow/first-day',
  'slow/press',
  'slow/print-edition',
  'slow/print',
  'slow/builds',
  'slow/languages',
  'slow/visits',
  'slow/comfort',
  'slow/front',
  'slow/takeaway',
  'slow/failing-builds',
  'slow/tarball',
  'slow/offline',
  'slow/odd-pictures',
  'slow/translation',
  'slow/feeds-that-go-on',
  'slow/lists',
  'slow/cards',
  'slow/open-pages',
  'slow/hosts',
  'slow/print-firefox',
  'slow/lighthouse',
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

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Ends with what takes longest, so that most breaks are seen by then. */
export class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toReversed();
  }
}

/** Where changes of a paper may be checked before readers get them, with what an editor is told of each. */
export const guards = {
  hook: 'here, before each commit (a Git hook)',
  github: 'on GitHub, for each pull request, beside the lines that it changes',
  gitlab: 'on GitLab, for each merge request',
} as const;
export type Guard = keyof typeof guards;

/** Where the hook lies: with the paper, so that every clone has it. */
const hookFile = '.githooks/pre-commit';

/** What makes Git run it, in a clone of the paper. */
export const hookCommand = ['git', 'config', 'core.hooksPath', '.githooks'] as const;

/**
 * Files that have a paper checked, by their names from its folder, and what is left to be done, in a line each.
 * @param others files that the paper gets anyway: one of them may be added to
 */
export function guardFiles(
  where: readonly Guard[],
  others: Readonly<Record<string, string>> = {},
): { files: Record<string, string>; todo: string[] } {
  const files: Record<string, string> = {};
  const todo: string[] = [];
  if (where.includes('hook')) {
    files[hookFile] = hook;
    todo.push(
      `Before each commit what it changes is checked, and a mistake stops it. In another clone of the paper, \`${hookCommand.join(' ')}\` turns that on; \`git commit --no-verify\` passes it once.`,
    );
  }
  if (where.includes('github')) {
    files['.github/workflows/check.yml'] = github;
    todo.push('Each pull request on GitHub is checked, and what is to be mended stands beside its line.');
  }
  if (where.includes('gitlab')) {
    const before = others['.gitlab-ci.yml'] ?? 'image: node:24\n';
    files['.gitlab-ci.yml'] = `${before}\n${gitlab}`;
    todo.push('Each merge request on GitLab is checked.');
  }
  return { files, todo };
}

/** Names of files that the system has to be able to run. */
export function isProgram(file: string): boolean {
  return file === hookFile;
}

const hook = `#!/bin/sh
# Checks what is about to be committed; a mistake stops it. What is taken away may be missed by others, so then all is checked.
cd "$(git rev-parse --show-toplevel)" || exit 1
if [ -n "$(git diff --cached --name-only --no-renames --diff-filter=D -- content)" ]; then
  exec npx --no-install broadsheet check
fi
if [ -z "$(git diff --cached --name-only -- content)" ]; then
  exit 0
fi
git diff --cached --name-only --no-renames -z -- content | xargs -0 npx --no-install broadsheet check
`;

const github = `name: Check

on: pull_request

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      - run: npm install --no-audit --no-fund
      - run: npx broadsheet check --github
`;

const gitlab = `check:
  stage: test
  script:
    - npm install --no-audit --no-fund
    - npx broadsheet check
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
`;

import { mistakes, warnings } from '../newsroom/codes.ts';
import { isWarning, type Code } from '../newsroom/codes.ts';
import { mistakesIn, type Problem } from '../newsroom/problem.ts';

/** What was found, for programs: each problem as it is, and how many there are. */
export function asJson(problems: readonly Problem[]): object {
  const wrong = mistakesIn(problems).length;
  return {
    mistakes: wrong,
    warnings: problems.length - wrong,
    problems: problems.map(({ code, file, line, column, found, remedy }) => ({
      code,
      level: levelOf(code),
      file,
      line,
      column,
      found,
      remedy,
    })),
  };
}

/** As a log in SARIF 2.1.0 (OASIS), of one run with a rule for each code. */
export function asSarif(problems: readonly Problem[], version: string): object {
  const codes = Object.entries({ ...mistakes, ...warnings }) as [Code, string][];
  const index = new Map(codes.map(([code], number) => [code, number]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Broadsheet',
            semanticVersion: version,
            rules: codes.map(([code, about]) => ({
              id: code,
              shortDescription: { text: `Tells of ${about}.` },
              defaultConfiguration: { level: levelOf(code) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ code, file, line, column, found, remedy }) => ({
          ruleId: code,
          ruleIndex: index.get(code),
          level: levelOf(code),
          message: { text: `${found} ${remedy}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
                ...(line === undefined
                  ? {}
                  : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
              },
            },
          ],
        })),
      },
    ],
  };
}

/** As commands of GitHub's workflows, a line each, which it shows beside the lines of a change. */
export function asAnnotations(problems: readonly Problem[]): string {
  return problems
    .map(({ code, file, line, column, found, remedy }) => {
      const place = { file, line, col: column, title: code };
      const facts = Object.entries(place).flatMap(([name, value]) =>
        value === undefined
          ? []
          : [`${name}=${inCommand(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
      );
      return `::${levelOf(code)} ${facts.join(',')}::${inCommand(`${found} ${remedy}`)}`;
    })
    .join('\n');
}

function levelOf(code: Code): 'error' | 'warning' {
  return isWarning({ code }) ? 'warning' : 'error';
}

function inCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

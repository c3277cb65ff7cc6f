/** Writes `N passed, N failed` to test-results/closing-line.txt for whoever counts: a check outside, or a person. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    let passed = 0;
    // A file that cannot be loaded has no tests, and an error outside of every test fails the run too.
    let failed = unhandled.length;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === 'passed').length;
      const failures = tests.filter((test) => test.result().state === 'failed').length;
      failed += failures === 0 && module.state() === 'failed' ? 1 : failures;
    }
    // No test at all (a broken set-up) is no success either.
    if (failed === 0 && (passed === 0 || reason !== 'passed')) failed = 1;
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/closing-line.txt', `${passed} passed, ${failed} failed\n`);
  }
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default ClosingLine;

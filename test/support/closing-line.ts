import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends a run with `N passed, M failed`, and `, K skipped` where a test was. A broken file counts once. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((found) => found === state).length;
    const broken = modules.reduce((sum, module) => sum + module.errors().length, errors.length);
    const skipped = count("skipped") === 0 ? "" : `, ${count("skipped")} skipped`;
    const failed = count("failed") + broken;
    process.stdout.write(`\n${count("passed")} passed, ${failed} failed${skipped}\n`);
  }
}

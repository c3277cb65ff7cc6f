/** What a command at the keyboard does alike: says its lines on standard output, and ends with its exit code. */
export async function runCommand(
  main: (args: string[], say: (line: string) => void) => Promise<number>,
): Promise<void> {
  // Whoever reads the lines may stop (`| head`): what is being done goes on, and ends as it would have.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await main(process.argv.slice(2), console.log);
}

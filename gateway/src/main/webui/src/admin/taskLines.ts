interface Step {
  title: string;
  detail?: string;
  dueWithin?: string;
}

/** One task a line, the days to do it after the last comma: `Look for images, 5`. */
export function tasksOf(lines: string): Step[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const timed = /^(.*\S)\s*,\s*(\d{1,4})$/.exec(line);
      return timed?.[1] && timed[2] ? { title: timed[1], dueWithin: `P${Number(timed[2])}D` } : { title: line };
    });
}

const days = (duration: string | undefined) => /^P(\d+)D$/.exec(duration ?? '')?.[1];

export const linesOf = (tasks: Step[]) =>
  tasks
    .map((one) => {
      const within = days(one.dueWithin);
      return within ? `${one.title}, ${within}` : one.title;
    })
    .join('\n');

export const durationOf = (count: string) => (/^\d{1,4}$/.test(count) && Number(count) > 0 ? { dueWithin: `P${Number(count)}D` } : {});

/** Times, and what they come to. */

/** Median, 95th and 99th percentile. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)];
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Microseconds that `work` takes for each of `count` numbers. */
export function each(count, work) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = process.hrtime.bigint();
    work(i);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return times;
}

/** The same for work that is awaited. */
export async function eachAwaited(count, work) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = process.hrtime.bigint();
    await work(i);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return times;
}

/**
 * Runs in the page. For every key press: when it was heard, when the first frame
 * with the letter was drawn, and when the first frame with the underline of
 * `phrase` coming or going was. A frame counts as drawn in the first task
 * behind it: style, layout and painting on the main thread are done by then.
 */
const [editor, phrase] = arguments;
const keys = [];
const longTasks = [];

const underlined = () => {
  let count = 0;
  CSS.highlights.forEach((highlight) =>
    highlight.forEach((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      if (live.toString() === phrase) count++;
    }),
  );
  return count;
};

function behindFrame(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
}

window.addEventListener(
  "keydown",
  (event) => {
    const key = { pressed: event.timeStamp, heard: performance.now(), letter: null, underline: null };
    const before = { text: editor.textContent, count: underlined() };
    keys.push(key);
    const look = (now) => {
      if (keys.at(-1) !== key) return;
      if (key.letter === null && editor.textContent !== before.text) key.letter = now;
      if (key.underline === null && underlined() !== before.count) key.underline = now;
      if ((key.letter === null || key.underline === null) && now - key.heard < 2000) behindFrame(look);
    };
    behindFrame(look);
  },
  { capture: true },
);
if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
  });
}
window.measuredSamples = () => ({ keys: keys.splice(0), longTasks: longTasks.splice(0) });

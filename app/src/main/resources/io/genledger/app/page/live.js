// Server-sent events of what is recorded. Many events soon after each other are one call; none comes while the tab is hidden.

const BETWEEN = 3000;

/** @typedef {{ recorded: string[], corrected: string[], queue: { pending: number, claimed: number, givenUp: number, refused: number } | null }} Changes ids of generations, and the queue if it changed */

/**
 * @param {(changes: Changes) => void} onChanges
 * @param {(isConnected: boolean) => void} onState
 * @returns {{ close(): void }}
 */
export function listen(onChanges, onState) {
  /** @type {EventSource | null} */
  let source = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;
  let isFirst = true;
  let wait = 1000;
  let changes = none();

  const deliver = () => {
    timer = undefined;
    if (document.hidden) return;
    const all = changes;
    changes = none();
    onChanges(all);
  };
  const gather = () => (timer ??= setTimeout(deliver, BETWEEN));

  function connect() {
    const stream = (source = new EventSource('/ledger/v1/live'));
    stream.onopen = () => {
      wait = 1000;
      onState(true);
    };
    stream.addEventListener('recorded', (event) => (changes.recorded.push(JSON.parse(event.data).id), gather()));
    stream.addEventListener('corrected', (event) => (changes.corrected.push(JSON.parse(event.data).id), gather()));
    stream.addEventListener('queue', (event) => {
      changes.queue = JSON.parse(event.data);
      if (!isFirst) gather();   // the first event of a connection states the queue, which has not changed
      isFirst = false;
    });
    stream.onerror = () => {
      onState(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      clearTimeout(again);
      again = setTimeout(connect, wait);
      wait = Math.min(wait * 2, 60_000);
    };
  }

  const onVisible = () => {
    if (!document.hidden && (changes.recorded.length || changes.corrected.length || changes.queue)) gather();
  };
  document.addEventListener('visibilitychange', onVisible);
  connect();
  return {
    close() {
      clearTimeout(timer);
      clearTimeout(again);
      document.removeEventListener('visibilitychange', onVisible);
      source?.close();
    },
  };
}

/** @returns {Changes} */
const none = () => ({ recorded: [], corrected: [], queue: null });

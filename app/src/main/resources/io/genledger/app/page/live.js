// Server-sent events of what is recorded. Many events soon after each other are one call. A hidden tab holds no connection, of which a
// browser has few for all its tabs.

const BETWEEN = 3000;

/** @typedef {{ recorded: string[], corrected: string[], queue: { pending: number, claimed: number, givenUp: number, refused: number } | null, hasGap: boolean }} Changes ids of generations, the queue if it changed, and whether there may have been more */

/**
 * @param {(changes: Changes) => void} onChanges
 * @param {(isConnected: boolean, isRefused?: boolean) => void} onState `isRefused` if the server answered, but not with events
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
  let wasOpen = false;
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
    isFirst = true;
    const stream = (source = new EventSource('/ledger/v1/live'));
    stream.onopen = () => {
      wait = 1000;
      if (wasOpen) {   // events between two connections are lost
        changes.hasGap = true;
        gather();
      }
      wasOpen = true;
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
      const isRefused = stream.readyState === EventSource.CLOSED;
      onState(false, isRefused);
      if (!isRefused) return;
      clearTimeout(again);
      again = setTimeout(connect, wait);
      wait = Math.min(wait * 2, 60_000);
    };
  }

  const onVisibility = () => {
    clearTimeout(again);
    if (document.hidden) {
      source?.close();
    } else if (source?.readyState === EventSource.CLOSED) {
      connect();
    }
  };
  document.addEventListener('visibilitychange', onVisibility);
  connect();
  return {
    close() {
      clearTimeout(timer);
      clearTimeout(again);
      document.removeEventListener('visibilitychange', onVisibility);
      source?.close();
    },
  };
}

/** @returns {Changes} */
const none = () => ({ recorded: [], corrected: [], queue: null, hasGap: false });

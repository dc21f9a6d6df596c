/** What every call needs to know of the person at the screen; kept outside React so the client can read it. */
const teamKey = 'fairlead.team';

let actingTeam: string | undefined = read();
let ended = false;
const listeners = new Set<() => void>();

function read(): string | undefined {
  try {
    return localStorage.getItem(teamKey) ?? undefined;
  } catch {
    return undefined;
  }
}

function tell() {
  listeners.forEach((listener) => listener());
}

export const session = {
  team: () => actingTeam,
  setTeam(team: string | undefined) {
    if (team === actingTeam) return;
    actingTeam = team;
    if (team) localStorage.setItem(teamKey, team);
    else localStorage.removeItem(teamKey);
    tell();
  },
  hasEnded: () => ended,
  setEnded(value: boolean) {
    if (ended === value) return;
    ended = value;
    tell();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

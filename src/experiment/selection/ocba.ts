import { normalCdf } from "../student";

/** What is known of one candidate. More is better. */
export interface Seen {
  mean: number;
  variance: number;
  replications: number;
}

/** The candidate with the highest mean; the first of equal ones. */
export function leaderOf(seen: readonly Seen[]): number {
  return seen.reduce((best, s, i) => (s.mean > (seen[best]?.mean ?? -Infinity) ? i : best), 0);
}

/**
 * Shares of replications that make the right choice most likely for a given total: N_i ∝ (σ_i/δ_i)² for all but the
 * leader b, δ_i its lead over i, and N_b = σ_b √(Σ N_i²/σ_i²) (C.-H. Chen, J. Lin, E. Yücesan & S. E. Chick, "Simulation
 * budget allocation for further enhancing the efficiency of ordinal optimization", Discrete Event Dynamic Systems 10, 2000).
 * Candidates without spread need nothing; a tie is taken for a very small lead.
 */
export function ocbaShares(seen: readonly Seen[]): number[] {
  const b = leaderOf(seen);
  const top = seen[b]?.mean ?? 0;
  const leads = seen.map((s) => top - s.mean);
  const least = Math.min(...leads.filter((lead) => lead > 0), Infinity);
  const floor = Number.isFinite(least) ? least * 1e-2 : 1;
  const weights = seen.map((s, i) => (i === b ? 0 : s.variance / Math.max(leads[i] ?? 0, floor) ** 2));
  const sum = seen.reduce((total, s, i) => total + (s.variance > 0 ? (weights[i] ?? 0) ** 2 / s.variance : 0), 0);
  weights[b] = Math.sqrt((seen[b]?.variance ?? 0) * sum);
  const all = weights.reduce((x, y) => x + y, 0);
  return all > 0 ? weights.map((w) => w / all) : seen.map(() => 1 / seen.length);
}

/**
 * `extra` more replications shared out so that all together come near the best shares; whoever already has more than its
 * share gets none (C.-H. Chen & L. H. Lee, Stochastic Simulation Optimization, World Scientific 2010, appendix). Fractions
 * are left off and go to the leader.
 */
export function ocbaAllocation(seen: readonly Seen[], extra: number): number[] {
  const shares = ocbaShares(seen);
  const fixed = seen.map(() => false);
  const wanted = seen.map((s) => s.replications);
  for (let isSettled = false; !isSettled;) {
    const held = seen.reduce((sum, s, i) => sum + (fixed[i] === true ? s.replications : 0), 0);
    const free = shares.reduce((sum, share, i) => sum + (fixed[i] === true ? 0 : share), 0);
    const budget = extra + seen.reduce((sum, s) => sum + s.replications, 0) - held;
    isSettled = true;
    seen.forEach((s, i) => {
      if (fixed[i] === true) return;
      wanted[i] = free > 0 ? Math.floor((budget * (shares[i] ?? 0)) / free + 1e-9) : s.replications;
      if (wanted[i]! < s.replications) {
        wanted[i] = s.replications;
        fixed[i] = true;
        isSettled = false;
      }
    });
  }
  const added = seen.map((s, i) => (wanted[i] ?? 0) - s.replications);
  const b = leaderOf(seen);
  added[b] = (added[b] ?? 0) + extra - added.reduce((x, y) => x + y, 0);
  return added;
}

/**
 * The approximate probability that the leader is the best: 1 − Σ Φ(−δ_i / √(σ_b²/N_b + σ_i²/N_i)), a lower bound by
 * Bonferroni (APCS-B of Chen et al. 2000). Positive correlation by common random numbers makes it lower than it is.
 */
export function approximatePcs(seen: readonly Seen[]): number {
  const b = leaderOf(seen);
  const own = seen[b];
  if (own === undefined) return 0;
  const errors = seen.map((s, i) => {
    if (i === b) return 0;
    const spread = Math.sqrt(own.variance / own.replications + s.variance / s.replications);
    const lead = own.mean - s.mean;
    return spread === 0 ? (lead > 0 ? 0 : 0.5) : normalCdf(-lead / spread);
  });
  return Math.max(0, 1 - errors.reduce((x, y) => x + y, 0));
}

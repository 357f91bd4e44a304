"""Prints the reference numbers of student-t.test.ts (Debian: python3-scipy)."""
from scipy.stats import norm, t

print("student", [[x, float(t(5).cdf(x))] for x in (-8, -2.5, -1, -0.1, 0, 0.7, 1.5, 4)])
print("tails", [[x, float(t(5).sf(x))] for x in (5, 40, 99, 101, 1000)])
print("normal", [[x, float(norm.cdf(x))] for x in (-5, -2.33, -1, -0.2, 0, 0.5, 1.96, 4)])
print("quantiles", [[p, float(t(5).isf(p))] for p in (0.999, 0.8, 0.5, 0.3, 0.1, 0.01, 1e-4, 1e-8, 1e-12)])

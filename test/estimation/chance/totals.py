"""P(total <= capacity) of sprints of a team that has finished nothing, for forecast-sprint.test.ts.  NumPy and SciPy.

An issue of O hours and confidence C takes O * exp(a + 0.87 * w(C) * T) hours, T Student's t with 5 degrees of freedom that
ends at 6 (what is beyond is put there), where
a = -0.08 + ln(1.03 / m), m = E[exp(-0.08 + 0.87 * min(T, 2.5))] and w(C) = (s(C) / s(0.8)) ** 0.3, s(C) = -ln C / 1.2816 + 0.1.
Distributions as differences of their exact distribution functions on a grid of 2**20 cells, sums by FFT, the common factor
exp(tau * Z), tau**2 = 0.12**2 + 0.6 / 30, by Gauss-Hermite quadrature.
"""
import numpy as np
from scipy import integrate, stats

t5 = stats.t(5)
m = integrate.quad(lambda t: np.exp(-0.08 + 0.87 * min(t, 2.5)) * t5.pdf(t), -60, 60, limit=500, points=[2.5])[0]
a = -0.08 + np.log(1.03 / m)
tau = np.sqrt(0.12**2 + 0.6 / 30)
s = lambda c: -np.log(c) / 1.2816 + 0.1
sizes, shares = [0.5, 1, 2, 4, 8, 16], [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
cells = 2**20


def chances(count, capacities):
    length = 8 * max(capacities) * np.exp(6 * tau)
    edges = np.arange(cells + 1) * length / cells + length / cells / 2  # a cell's hours are in its middle
    spectrum = np.ones(cells // 2 + 1, complex)
    for k in range(6):
        times = count // 6 + (k < count % 6)
        scale = 0.87 * (s(shares[k]) / s(0.8)) ** 0.3
        t = (np.log(edges / sizes[k]) - a) / scale
        below = np.where(t < 6, t5.cdf(t), 1)
        spectrum *= np.fft.rfft(np.diff(np.concatenate([[0], below[:-1]]))) ** times
    below = np.cumsum(np.fft.irfft(spectrum))
    z, w = np.polynomial.hermite_e.hermegauss(80)
    at = lambda hours: np.interp(hours, edges[:-1], below)
    return [float(np.sum(w * at(k * np.exp(-tau * z))) / np.sqrt(2 * np.pi)) for k in capacities]


for count, capacities in ((1, [0.2, 0.5, 2]), (5, [6, 10, 15, 25]), (60, [220, 280, 320, 400, 520]), (200, [950, 1100, 1300, 1700])):
    print(count, capacities, [round(p, 5) for p in chances(count, capacities)])

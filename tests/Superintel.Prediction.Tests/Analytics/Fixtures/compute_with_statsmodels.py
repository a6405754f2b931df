"""Writes statsmodels_dow30.json: numbers of Debian's python3-statsmodels on data/sample. Run from the repository root."""
import json
import warnings

import numpy as np
import pandas as pd
import scipy
import statsmodels
from statsmodels.api import OLS, add_constant
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.stats.stattools import jarque_bera
from statsmodels.tsa.stattools import adfuller, coint, kpss, zivot_andrews
from statsmodels.tsa.vector_ar.vecm import coint_johansen

closes = np.log(pd.read_csv("data/sample/dow30_close_daily_1990_2001.csv", index_col=0))


def adf(name, **call):
    result = adfuller(closes[name].values, **call)
    return dict(series=name, call=call, statistic=result[0], pValue=result[1], usedLag=int(result[2]), observations=int(result[3]),
                criticalValues=list(result[4].values()), criterion=result[5] if call.get("autolag") else None)


def eg(names, **call):
    t, p, crit = coint(closes[names[0]].values, closes[names[1:]].values, **call)
    return dict(series=names, call=call, statistic=t, pValue=p, criticalValues=list(crit))


def ols(names):
    fit = OLS(closes[names[0]].values, add_constant(closes[names[1:]].values)).fit()
    return dict(series=names, coefficients=list(fit.params), standardErrors=list(fit.bse), tStatistics=list(fit.tvalues), rSquared=fit.rsquared)


def stationarity(name, **call):
    result = kpss(closes[name].values, **call)
    return dict(series=name, call=call, statistic=result[0], pValue=result[1], lags=int(result[2]))


def breaks(name, **call):
    t, p, crit, lag, at = zivot_andrews(closes[name].values.copy(), **call)  # it scales its input in place
    return dict(series=name, call=call, statistic=t, pValue=p, usedLag=int(lag), breakIndex=int(at), criticalValues=list(crit.values()))


def johansen(names, order, lags):
    r = coint_johansen(closes[names].values, order, lags)
    return dict(series=names, order=order, lags=lags, eigenvalues=list(r.eig), eigenvectors=[list(v / np.sqrt(v @ v)) for v in r.evec.T],
                trace=list(r.lr1), maximum=list(r.lr2), traceCritical=r.cvt.tolist(), maximumCritical=r.cvm.tolist())


def returns(name):
    r = closes[name].diff().dropna().values
    lb = acorr_ljungbox(r, lags=[5, 20], return_df=True)
    jb = jarque_bera(r)
    return dict(series=name, ljungBox=list(lb.lb_stat), ljungBoxP=list(lb.lb_pvalue), jarqueBera=jb[0], jarqueBeraP=jb[1], skewness=jb[2], kurtosis=jb[3])


warnings.simplefilter("ignore")
pairs = [["KO", "PG"], ["XOM", "MRK"], ["C", "JPM"], ["GE", "UTX"], ["IBM", "HWP"], ["DD", "IP"]]
document = dict(
    versions=dict(statsmodels=statsmodels.__version__, numpy=np.__version__, scipy=scipy.__version__, pandas=pd.__version__),
    series="natural log of data/sample/dow30_close_daily_1990_2001.csv, all 2529 rows",
    adf=[adf(s, regression=r, autolag=a) for s in ["KO", "XOM", "INTC"] for r in ["n", "c", "ct", "ctt"] for a in ["AIC", "BIC", "t-stat"]]
    + [adf(s, regression=r, maxlag=k, autolag=None) for s in ["KO", "XOM"] for r in ["n", "c", "ct", "ctt"] for k in [0, 4]],
    engleGranger=[eg(p, trend="c", autolag="aic") for p in pairs] + [eg(p[::-1], trend="c", autolag="aic") for p in pairs]
    + [eg(["KO", "PG", "JNJ"], trend="c", autolag="aic"), eg(["C", "JPM", "AXP", "GE"], trend="ct", autolag="bic"),
       eg(["XOM", "MRK"], trend="ctt", autolag="t-stat"), eg(["XOM", "GM", "AA", "DD", "IP", "CAT"], trend="c", maxlag=3, autolag=None)],
    kpss=[stationarity(n, regression=r, nlags=k) for n in ["KO", "XOM"] for r in ["c", "ct"] for k in ["auto", "legacy", 7]],
    zivotAndrews=[breaks("KO", regression=r, autolag="AIC") for r in ["c", "t", "ct"]]
    + [breaks(n, regression=r, maxlag=3, autolag=None, trim=0.1) for n in ["XOM", "GM"] for r in ["c", "t", "ct"]],
    johansen=[johansen(["KO", "PG"], o, k) for o in [-1, 0, 1] for k in [0, 1, 3]]
    + [johansen(list(closes.columns[:12]), o, 1) for o in [-1, 0, 1]] + [johansen(["XOM", "MRK", "JNJ", "GE", "C"], 0, 2)],
    returns=[returns(n) for n in ["KO", "XOM", "INTC"]],
    ols=[ols(p) for p in pairs] + [ols(["KO", "PG", "JNJ", "MCD", "DIS"])],
)
with open("tests/Superintel.Prediction.Tests/Analytics/Fixtures/statsmodels_dow30.json", "w") as out:
    json.dump(document, out, indent=1)
    out.write("\n")

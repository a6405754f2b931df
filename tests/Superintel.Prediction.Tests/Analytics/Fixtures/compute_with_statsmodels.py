"""Writes statsmodels_dow30.json: numbers of Debian's python3-statsmodels on data/sample. Run from the repository root."""
import json

import numpy as np
import pandas as pd
import scipy
import statsmodels
from statsmodels.api import OLS, add_constant
from statsmodels.tsa.stattools import adfuller, coint

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


pairs = [["KO", "PG"], ["XOM", "MRK"], ["C", "JPM"], ["GE", "UTX"], ["IBM", "HWP"], ["DD", "IP"]]
document = dict(
    versions=dict(statsmodels=statsmodels.__version__, numpy=np.__version__, scipy=scipy.__version__, pandas=pd.__version__),
    series="natural log of data/sample/dow30_close_daily_1990_2001.csv, all 2529 rows",
    adf=[adf(s, regression=r, autolag=a) for s in ["KO", "XOM", "INTC"] for r in ["n", "c", "ct", "ctt"] for a in ["AIC", "BIC", "t-stat"]]
    + [adf(s, regression=r, maxlag=k, autolag=None) for s in ["KO", "XOM"] for r in ["n", "c", "ct", "ctt"] for k in [0, 4]],
    engleGranger=[eg(p, trend="c", autolag="aic") for p in pairs] + [eg(p[::-1], trend="c", autolag="aic") for p in pairs]
    + [eg(["KO", "PG", "JNJ"], trend="c", autolag="aic"), eg(["C", "JPM", "AXP", "GE"], trend="ct", autolag="bic"),
       eg(["XOM", "MRK"], trend="ctt", autolag="t-stat"), eg(["XOM", "GM", "AA", "DD", "IP", "CAT"], trend="c", maxlag=3, autolag=None)],
    ols=[ols(p) for p in pairs] + [ols(["KO", "PG", "JNJ", "MCD", "DIS"])],
)
with open("tests/Superintel.Prediction.Tests/Analytics/Fixtures/statsmodels_dow30.json", "w") as out:
    json.dump(document, out, indent=1)
    out.write("\n")

import joblib
import numpy as np
import pandas as pd
import torch

# ruleid: python-array-with-pickle
a = np.load("data.npy", allow_pickle=True)
# ruleid: python-array-with-pickle
b = torch.load(path, weights_only=False)
# ruleid: python-array-with-pickle
c = pd.read_pickle(path)
# ruleid: python-array-with-pickle
d = joblib.load("model.joblib")
# ok: python-array-with-pickle
e = np.load("data.npy")
# ok: python-array-with-pickle
f = torch.load(path, weights_only=True)
# ok: python-array-with-pickle
g = pd.read_parquet(path)
# ok: python-array-with-pickle
h = np.load("data.npy", allow_pickle=False)

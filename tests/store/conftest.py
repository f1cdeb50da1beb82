"""Has the folders below find `store_samples`: the folder of this file is on the path of imports."""

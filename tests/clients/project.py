"""The exported project as QGIS opens it: project.py karun.qgz"""

import sys

from qgis.core import QgsApplication, QgsProject

app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
read = project.read(sys.argv[1])
layers = project.mapLayers().values()
bad = [layer.name() for layer in layers if not layer.isValid()]
empty = [layer.name() for layer in layers if layer.isValid() and layer.featureCount() < 1]
prints = [layout.name() for layout in project.layoutManager().layouts()]
print(f"QGIS: {len(layers)} layers, bad {bad}, empty {empty}, layouts {prints}")
ok = read and len(layers) >= 6 and not bad and not empty and prints
app.exitQgis()
sys.exit(not ok)

<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:ms="http://mapserver.gis.umn.edu/mapserver" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:wfs="http://www.opengis.net/wfs/2.0" timeStamp="2026-01-05T10:00:00" numberMatched="3" numberReturned="2">
  <wfs:member>
    <ms:A03_Granice_gmin gml:id="A03_Granice_gmin.1">
      <ms:msGeometry><gml:MultiSurface gml:id="g1" srsName="urn:ogc:def:crs:EPSG::2180"><gml:surfaceMember><gml:Polygon gml:id="g1.1"><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">600000 320000 600000 329000 609000 329000 609000 320000 600000 320000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></ms:msGeometry>
      <ms:JPT_SJR_KO>GMI</ms:JPT_SJR_KO>
      <ms:JPT_KOD_JE>3217011</ms:JPT_KOD_JE>
      <ms:JPT_NAZWA_>Wałcz</ms:JPT_NAZWA_>
    </ms:A03_Granice_gmin>
  </wfs:member>
  <wfs:member>
    <ms:A03_Granice_gmin gml:id="A03_Granice_gmin.2">
      <ms:msGeometry><gml:MultiSurface gml:id="g2" srsName="urn:ogc:def:crs:EPSG::2180"><gml:surfaceMember><gml:Polygon gml:id="g2.1"><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">610000 320000 610000 329000 619000 329000 619000 320000 610000 320000</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></ms:msGeometry>
      <ms:JPT_SJR_KO>GMI</ms:JPT_SJR_KO>
      <ms:JPT_KOD_JE>3217042</ms:JPT_KOD_JE>
      <ms:JPT_NAZWA_>Tuczno</ms:JPT_NAZWA_>
    </ms:A03_Granice_gmin>
  </wfs:member>
</wfs:FeatureCollection>

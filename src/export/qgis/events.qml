<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="0" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="1" endExpression="" endField="valid_to" fixedDuration="0" limitMode="1" mode="2" startExpression="" startField="valid_from">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol">
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="224,180,0,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="star" />
     <prop k="outline_color" v="90,74,0,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.2" />
     <prop k="size" v="2.8" />
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="event_id" index="1" name="Event" />
  <alias field="place_id" index="2" name="Place" />
  <alias field="name" index="3" name="Name of the place" />
  <alias field="valid_from" index="4" name="From" />
  <alias field="valid_to" index="5" name="Until" />
  <alias field="date_edtf" index="6" name="Date (EDTF)" />
  <alias field="written" index="7" name="Date as written" />
  <alias field="actors" index="8" name="Actors" />
  <alias field="summary" index="9" name="Summary" />
  <alias field="meaning" index="10" name="Meaning" />
  <alias field="source" index="11" name="Source" />
 </aliases>
 <mapTip>&lt;b&gt;[% "date_edtf" %]&lt;/b&gt; [% "written" %]&lt;br&gt;[% coalesce("actors",'') %]: [% coalesce("summary",'') %]&lt;br&gt;[% coalesce("meaning",'') %]&lt;br&gt;&lt;i&gt;[% coalesce("source",'') %]&lt;/i&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>

<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="0" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="1" endExpression="" endField="valid_to" fixedDuration="0" limitMode="0" mode="2" startExpression="" startField="valid_from">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol">
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <prop k="color" v="226,147,138,255" />
     <prop k="joinstyle" v="bevel" />
     <prop k="outline_color" v="35,35,35,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0.26" />
     <prop k="style" v="solid" />
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>0.45</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="segment_id" index="1" name="Segment" />
  <alias field="treaty_id" index="2" name="Treaty" />
  <alias field="line_id" index="3" name="Line" />
  <alias field="reading" index="4" name="Rival reading" />
  <alias field="district" index="5" name="District" />
  <alias field="certainty" index="6" name="Certainty" />
  <alias field="accuracy_m" index="7" name="Accuracy (m)" />
  <alias field="valid_from" index="8" name="In force from" />
  <alias field="valid_to" index="9" name="In force until (9999: no known end)" />
 </aliases>
 <mapTip>&lt;b&gt;[% "segment_id" %]&lt;/b&gt;&lt;br&gt;The line runs within [% "accuracy_m"/1000 %] km of where it is drawn ([% "certainty" %])</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>

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
     <prop k="color" v="196,120,40,255" />
     <prop k="joinstyle" v="bevel" />
     <prop k="outline_color" v="150,84,16,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.26" />
     <prop k="style" v="b_diagonal" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;from_party&quot; &lt;&gt; 'outside'" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>0.8</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="cession_id" index="1" name="Cession" />
  <alias field="treaty_id" index="2" name="Treaty" />
  <alias field="treaty" index="3" name="Title" />
  <alias field="sector" index="4" name="Sector" />
  <alias field="from_party" index="5" name="From" />
  <alias field="to_party" index="6" name="To" />
  <alias field="km2" index="7" name="Area (km²)" />
  <alias field="accuracy_km2" index="8" name="± (km², 95 %)" />
  <alias field="valid_from" index="9" name="Since" />
  <alias field="valid_to" index="10" name="Until (9999: no known end)" />
  <alias field="valid_edtf" index="11" name="Since (EDTF)" />
 </aliases>
 <mapTip>&lt;b&gt;[% "treaty" %]&lt;/b&gt;&lt;br&gt;[% round("km2") %] km² from [% "from_party" %] to [% "to_party" %], [% "valid_from" %]</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
